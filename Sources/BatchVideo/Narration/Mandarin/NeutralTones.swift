/// Syllables that lose their tone: suffixes, reduplications and the words that end lightly.
///
/// The words are those of the Putonghua examination's list (普通话水平测试用必读轻声词语表) that are in
/// common use, where the light ending is not optional.
struct NeutralTones {
    let run: HanRun
    /// Words of the dictionary and the larger ones they make.
    let words: [WordLattice.Word]

    func apply(to syllables: inout [String?]) {
        for word in words where !word.isFixed { lighten(word.range, &syllables) }
        for index in run.chars.indices where run.chars[index].reading == nil {
            lightenAlone(index, &syllables)
        }
    }

    private func lighten(_ range: Range<Int>, _ syllables: inout [String?]) {
        let text = run.chars[range].map(\.scalar)
        guard text.count > 1 else { return }
        if Self.ambiguousWords.contains(Array(text.suffix(2))) {
            makeLight(range.upperBound - 1, &syllables)
        }
        for end in [2, text.count] where end <= text.count {
            for start in Set([0, end - 2]) where isLight(Array(text[start..<end])) {
                makeLight(range.lowerBound + end - 1, &syllables)
            }
        }
        if text.first == Self.zi, syllables[range.lowerBound] == "zi5" {
            syllables[range.lowerBound] = "zi3"
        }
        if text.last == Self.er, !Self.fullSons.contains(text[text.count - 2]) {
            syllables[range.upperBound - 1] = "er5"
        }
    }

    private func makeLight(_ index: Int, _ syllables: inout [String?]) {
        syllables[index] = syllables[index]?.withTone(5)
    }

    private func isLight(_ text: [UInt32]) -> Bool {
        guard text.count >= 2, let last = text.last else { return false }
        if last == Self.men || Self.lightWords.contains(text) { return true }
        return text.count == 2 && text[0] == text[1] && Self.kin.contains(last)
    }

    /// Suffixes that stand alone in the lattice, and reduplicated verbs.
    private func lightenAlone(_ index: Int, _ syllables: inout [String?]) {
        let (before, this) = (run[index - 1], run[index])
        guard Glyph.isHan(before) else { return }
        if this == Self.men { syllables[index] = "men5" }
        guard this == before, Self.reduplicated.contains(this), run[index - 2] != this,
            run[index + 1] != this,
            let first = syllables[index - 1], first.tone != 5
        else { return }
        syllables[index] = first.withTone(5)
        if first.tone == 3 { syllables[index - 1] = first.withTone(2) }
    }

    private static func scalars(_ text: String) -> Set<UInt32> {
        Set(text.unicodeScalars.map(\.value))
    }

    private static let er: UInt32 = 0x513F
    private static let zi: UInt32 = 0x5B50
    /// Before these 儿 is a child and keeps its tone: 女儿, 幼儿.
    private static let fullSons = scalars("女婴幼少孤胎健男妻孙侄宠血弃产生患能小娇乞")
    private static let men: UInt32 = 0x4EEC
    private static let kin = scalars("爸妈爹娘爷奶姥哥姐弟妹叔伯姑舅婶嫂公婆太宝星猩蛐蝈饽娃")
    private static let reduplicated = scalars(
        "看听说想走试问谈聊等找玩写读学尝歇坐笑动数算猜摸碰闻谢逛瞧查洗练劝管帮教讲跑跳唱擦扫")

    private static func list(_ text: String) -> Set<[UInt32]> {
        Set(text.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) })
    }

    private static let lightWords = list(words)

    /// Light at the end of a word, not at the start of a longer one: 地方, but 地方性.
    private static let ambiguousWords = list(ambiguous)

    private static let ambiguous = """
        地方 东西 地道 大方 人家 便当 实在 面子 道理 生意 上头 后头 前头 大夫 爱人 案子 本事 世故 近乎 对头 小气 过去 力量
        份子 庄子 起来 下来 上来 出来 进来 回来 过来 出去 进去 上去 下去 回去 里面 外面 上面 下面 前面 后面 里边 外边 上边
        下边 前边 后边 左边 右边 东边 西边 南边 北边 家里 屋里 心里 夜里 手里 眼里 嘴里 水里 城里 村里 山里 地里 店里 桌上
        身上 脸上 手上 路上 地上 床上 墙上 天上 头上 街上 车上 船上 山上 树上 世上 网上 线上 嘴上 心上 楼上 楼下 底下 地下
        乡下 早上 晚上 运气 自在 时候 功夫 工夫
        """

    private static let words = """
        巴掌 把子 爸爸 白净 班子 板子 帮手 梆子 膀子 棒槌 棒子 包袱 包涵 包子 豹子 杯子 被子 本子 鼻子 比方 鞭子 扁担 辫子
        别扭 饼子 拨弄 脖子 簸箕 补丁 不由得 不在乎 步子 部分 裁缝 财主 苍蝇 差事 柴火 肠子 厂子 场子 车子 称呼 池子 尺子 虫子
        绸子 除了 锄头 畜生 窗户 窗子 锤子 刺猬 凑合 村子 耷拉 答应 打扮 打点 打发 打量 打算 打听 带子 袋子 耽搁 耽误 单子
        胆子 担子 刀子 道士 稻子 灯笼 凳子 提防 笛子 底子 弟弟 弟兄 点心 调子 钉子 东家 动静 动弹 豆腐 豆子 嘟囔 肚子 缎子
        队伍 对付 多么 蛾子 儿子 耳朵 贩子 房子 废物 风筝 疯子 福气 斧子 盖子 甘蔗 杆子 干事 杠子 高粱 膏药 稿子 告诉 疙瘩
        哥哥 胳膊 鸽子 格子 个子 根子 跟头 弓子 公公 钩子 姑姑 姑娘 谷子 骨头 故事 寡妇 褂子 怪物 关系 官司 罐头 罐子 规矩
        闺女 鬼子 柜子 棍子 锅子 果子 蛤蟆 孩子 含糊 汉子 行当 合同 和尚 核桃 盒子 红火 猴子 厚道 狐狸 胡琴 糊涂 皇上 幌子
        胡萝卜 活泼 火候 伙计 机灵 脊梁 记号 记性 夹子 家伙 架势 架子 嫁妆 尖子 茧子 剪子 见识 毽子 将就 交情 饺子 叫唤 轿子
        结实 街坊 姐夫 姐姐 戒指 金子 镜子 舅舅 橘子 句子 卷子 咳嗽 客气 空子 口袋 口子 扣子 窟窿 裤子 快活 筷子 框子 阔气
        喇叭 喇嘛 篮子 懒得 浪头 老实 老太太 老头子 老爷 姥姥 累赘 篱笆 里头 力气 厉害 利落 利索 例子 栗子 痢疾 连累 帘子 凉快
        粮食 两口子 料子 林子 翎子 领子 溜达 聋子 笼子 炉子 路子 轮子 萝卜 骡子 骆驼 妈妈 麻烦 麻利 麻子 马虎 码头 买卖 麦子
        馒头 忙活 冒失 帽子 眉毛 媒人 妹妹 门道 眯缝 迷糊 苗条 苗头 名堂 名字 明白 蘑菇 模糊 木匠 木头 那么 奶奶 难为 脑袋
        脑子 能耐 你们 念叨 念头 娘家 镊子 奴才 女婿 暖和 疟疾 拍子 牌楼 牌子 盘算 盘子 胖子 狍子 盆子 朋友 棚子 脾气 皮子
        痞子 屁股 片子 便宜 骗子 票子 漂亮 瓶子 婆家 婆婆 铺盖 欺负 旗子 钳子 茄子 亲戚 勤快 清楚 亲家 曲子 圈子 拳头 裙子
        热闹 人们 认识 日子 褥子 塞子 嗓子 嫂子 扫帚 沙子 傻子 扇子 商量 晌午 上司 烧饼 勺子 少爷 哨子 舌头 身子 什么 婶子
        牲口 绳子 师父 师傅 虱子 狮子 石匠 石榴 石头 拾掇 使唤 似的 事情 柿子 收成 收拾 首饰 叔叔 梳子 舒服 舒坦 疏忽 爽快
        思量 算计 岁数 他们 它们 她们 台子 太太 摊子 坛子 毯子 桃子 特务 梯子 蹄子 挑剔 挑子 条子 跳蚤 铁匠 亭子 头发 头子
        兔子 妥当 唾沫 挖苦 娃娃 袜子 尾巴 委屈 为了 位置 位子 蚊子 稳当 我们 屋子 稀罕 席子 媳妇 喜欢 瞎子 匣子 下巴 吓唬
        先生 箱子 相声 消息 小伙子 小子 笑话 谢谢 心思 星星 猩猩 行李 性子 休息 秀才 秀气 袖子 靴子 学生 学问 丫头 鸭子 衙门
        哑巴 胭脂 烟筒 眼睛 燕子 秧歌 养活 样子 吆喝 妖精 钥匙 椰子 爷爷 叶子 一辈子 衣服 衣裳 椅子 意思 银子 影子 应酬 柚子
        冤枉 院子 月饼 月亮 云彩 在乎 咱们 怎么 扎实 眨巴 栅栏 宅子 寨子 张罗 丈夫 帐篷 丈人 帐子 招呼 招牌 折腾 这个 这么
        枕头 芝麻 知识 侄子 指甲 指头 种子 珠子 竹子 主意 主子 柱子 爪子 转悠 庄稼 壮实 锥子 桌子 粽子 祖宗 嘴巴 作坊 琢磨
        做作 知道 觉得 记得 懂得 值得 显得 晓得 认得 省得 免得 使得 舍得 哪个 那个 这里 那里 旁边 这边 那边 屋子里 葡萄 玻璃
        枇杷 琵琶 外头 甜头 苦头 盼头 看头 来头 势头 砖头 日头 准头 噱头 老头 太阳 聪明 新鲜 干净 痛快 客人 伺候 得罪 吩咐
        夫人 干粮 害处 坏处 好处 用处 难处 口气 铃铛 埋怨 棉花 佩服 菩萨 俏皮 山药 手艺 徒弟 响动 修行 义气 鹦鹉 樱桃 蜘蛛
        嘱咐 妯娌 棺材 抽屉 唠叨 味道 价钱 态度 照顾 势力 宽敞 厚实 熟识 磨蹭 嘀咕 忽悠 比划 窝囊 邋遢 馄饨 哈欠 葫芦 琉璃
        泥鳅 槟榔 茉莉 撮合 拍打 敲打 摔打 闹腾 巴结 奉承 恭维 体谅 丫鬟 斗篷 告示 服侍 迷惑 不好意思 佛爷 王爷 姑爷 冤家 行家
        奸细 尸首 名头 姥爷 妹夫 姑父 神父 舅妈 外甥 节气
        """
}

extension SceneLexicon {
    /// What the text is about.
    static let subjects: [SceneConcept] = [
        SceneConcept(
            .subject, [.teaTable: 3, .livingRoom: 0.5], [.warm: 0.8],
            chinese: """
                茶 喝茶 泡茶 绿茶 红茶 乌龙 普洱 茶叶 茶杯 茶壶 品茶 茶道 一杯茶 茶香 咖啡 一杯水 \
                温水 白开水 喝水 热水 牛奶 豆浆 蜂蜜 枸杞 红枣 菊花茶 姜茶 热饮 杯子 饮水 奶茶
                """,
            english: """
                tea teapot teacup coffee cup mug latte drink kettle brew cappuccino honey \
                glass_of_water warm_water cocoa
                """),
        SceneConcept(
            .subject, [.herbs: 2, .teaTable: 1.6, .lotus: 0.6], [.warm: 0.5, .clear: 0.5],
            chinese: """
                养生 健康 穴位 按摩 泡脚 脾胃 肝 肾 血压 高血压 血糖 血脂 糖尿病 免疫力 长寿 补气 气血 \
                养胃 养肝 肠胃 消化 身体 保健 老年人 关节 骨质疏松 感冒 咳嗽 调理 湿气 阳气 上火
                """,
            english: """
                health healthy wellness blood_pressure digestion immune longevity stomach liver \
                kidney cholesterol diabetes remedy
                """),
        SceneConcept(
            .subject, [.herbs: 3], [.warm: 0.6],
            chinese: """
                中医 中药 药膳 草药 艾灸 艾草 经络 药材 本草 本草纲目 李时珍 人参 当归 黄芪 药方 偏方 \
                煎药 甘草 陈皮 薄荷 薰衣草 香草 药房 针灸 百草
                """,
            english: """
                herb herbal herbs ginseng mint lavender rosemary thyme basil apothecary mortar \
                acupuncture tincture plant_medicine
                """),
        SceneConcept(
            .subject, [.kitchen: 3], [.warm: 0.6],
            chinese: """
                食疗 饮食 营养 蔬菜 水果 粥 小米粥 汤 鸡汤 吃饭 早餐 早饭 午餐 晚餐 做饭 美食 食物 \
                食材 素食 清淡 鸡蛋 豆腐 苹果 香蕉 生姜 大蒜 山药 百合 黑芝麻 核桃 维生素 蛋白质 厨房 \
                餐桌 炒菜 面条 米饭 包子 馒头 火锅 灶台 锅 碗 筷子 下厨 烹饪 菜谱 味道 饺子馅 年夜饭桌
                """,
            english: """
                diet nutrition vitamin meal food fruit vegetable soup porridge lunch dinner cook \
                cooking recipe protein kitchen dining_table noodle rice bowl stove oven chef bread \
                bake baking dish delicious eat eating
                """),
        SceneConcept(
            .subject, [.clinic: 3], [.clear: 0.8],
            chinese: """
                医生 医院 治疗 疾病 药 心脏 体检 手术 护士 病人 患者 病房 门诊 挂号 诊断 化验 病毒 疫苗 \
                癌症 肿瘤 康复 急诊 医学 大夫 打针 住院 看病 心脏病 中风
                """,
            english: """
                doctor hospital medicine medical clinic nurse patient surgery surgeon diagnosis \
                disease illness virus vaccine cancer therapy treatment heart_disease stroke \
                checkup prescription
                """),
        SceneConcept(
            .subject, [.autumnHills: 1.5, .livingRoom: 1.5], [.warm: 1.2],
            chinese: """
                父母 妈妈 爸爸 母亲 父亲 爷爷 奶奶 外婆 外公 姥姥 老伴 老人 老两口 夫妻 丈夫 妻子 \
                儿女 子女 孩子 儿子 女儿 孙子 孙女 亲情 孝顺 孝 孝心 孝敬 陪伴 相伴 牵手 白头偕老 \
                白发 皱纹 养老 退休 晚年 长辈 兄弟 姐妹 亲人 相守 婆婆 媳妇 老来伴 天伦之乐
                """,
            english: """
                parent mother father mum mom dad grandma grandpa grandmother grandfather \
                grandparent grandchild husband wife couple child children son daughter family \
                elderly old_age retire retirement companion sibling brother sister filial
                """),
        SceneConcept(
            .subject, [.heartHands: 2, .springLake: 1.4, .sea: 1], [.warm: 1],
            chinese: "爱情 恋人 相爱 爱人 初恋 婚姻 结婚 浪漫 情侣 约会 缘分 思念 想念 牵挂 告白 情书",
            english: "love loved lover romance romantic wedding marriage sweetheart kiss darling date_night"),
        SceneConcept(
            .subject, [.technology: 3], [.deep: 0.6],
            chinese: """
                科技 技术 人工智能 智能 机器人 机器学习 深度学习 大模型 模型 算法 数据 大数据 云计算 \
                互联网 网络 手机 电脑 计算机 芯片 半导体 软件 编程 程序 程序员 代码 数字化 数字 5G 物联网 \
                区块链 虚拟现实 元宇宙 自动驾驶 无人机 新能源 电池 卫星 火箭 航天 空间站 量子 未来 \
                创新 科学 科学家 实验 实验室 工程师 信息 在线 平台 电商 直播 短视频 微信 应用程序 服务器 \
                密码 黑客 电子 传感器 操作系统 开源 工厂 工业 制造 发明 专利 电力 能源 物理 化学 \
                基因 生物科技 数学
                """,
            english: """
                technology tech artificial_intelligence AI robot algorithm data internet network \
                computer smartphone phone software hardware chip semiconductor code coder program \
                programmer digital online cyber blockchain virtual satellite rocket quantum future \
                futuristic innovation science scientist laboratory engineer electronic sensor \
                machine automation server cloud_computing battery electricity energy invention \
                physics chemistry gene biotech mathematics app website
                """),
        SceneConcept(
            .subject, [.charts: 3, .city: 1.6, .technology: 0.6], [.deep: 0.5],
            chinese: """
                经济 金融 股市 股票 基金 投资 理财 银行 钱 赚钱 财富 利率 通胀 通货膨胀 市场 企业 \
                创业 老板 品牌 贸易 出口 进口 消费 收入 工资 房贷 贷款 债务 保险 税 财经 商业 商人 \
                生意 利润 增长 GDP 资本 资产 黄金 美元 人民币 存款 就业 失业 全球化 供应链
                """,
            english: """
                economy economic finance financial stock market invest investor investment bank \
                money wealth interest_rate inflation business company startup entrepreneur trade \
                export import consumer income salary mortgage loan debt insurance tax profit growth \
                GDP capital asset gold dollar employment
                """),
        SceneConcept(
            .subject, [.ink: 3], [:],
            chinese: """
                历史 古人 诗 诗词 唐诗 宋词 诗人 李白 杜甫 苏轼 孔子 老子 庄子 论语 道德经 国学 传统 \
                文化 书法 国画 水墨 毛笔 琴棋书画 古琴 皇帝 朝代 唐朝 宋朝 明朝 清朝 汉朝 秦始皇 \
                三国 诸葛亮 曹操 将军 战争 典故 成语 寓言 传说 神话 哲学 智慧 儒家 道家 道教 太极 \
                太极拳 侠客 江湖 古诗 文人 隐士 圣人 先贤 君子 历朝历代 史书 史记
                """,
            english: """
                history historic historical ancient emperor empire poet poem poetry legend myth \
                calligraphy scholar Confucius philosophy philosopher tradition traditional culture \
                sage wisdom proverb parable war general medieval king queen folklore tai_chi
                """),
        SceneConcept(
            .subject, [.bookLamp: 3, .teaTable: 0.5], [.warm: 0.6],
            chinese: """
                书 读书 看书 阅读 书本 书籍 知识 写作 写字 作家 图书馆 日记 故事 小说 书桌 书房 书架 \
                台灯下 挑灯 笔记 信 写信 纸笔
                """,
            english: """
                book read reader reading library knowledge write writer novel diary story desk \
                bookshelf notebook letter pen page chapter
                """),
        SceneConcept(
            .subject, [.classroom: 3, .bookLamp: 0.6], [.clear: 0.5],
            chinese: """
                学习 学校 老师 学生 课堂 教室 大学 考试 高考 作业 教育 黑板 同学 上课 下课 校园 毕业 \
                小学 中学 课本 讲台 讲课 班级 补课 教授
                """,
            english: """
                study student school teacher classroom university exam education lesson class \
                college pupil homework blackboard lecture professor graduate campus
                """),
        SceneConcept(
            .subject, [.teaTable: 1.2, .livingRoom: 1.2, .ink: 0.6], [.warm: 0.6],
            chinese: "画画 音乐 钢琴 听歌 唱歌 吉他 小提琴 歌声 乐曲",
            english: "music piano song violin guitar painting melody"),
        SceneConcept(
            .subject, [.springLake: 1.2, .forest: 1.2, .wheatField: 0.8], [.clear: 1],
            chinese: """
                运动 锻炼 跑步 散步 走路 骑车 骑行 健身 瑜伽 公园 旅行 旅游 风景 自然 大自然 户外 \
                郊外 呼吸 空气 新鲜空气 广场舞 遛弯 出游 出行
                """,
            english: """
                exercise walk run runner jog bicycle cycling yoga park travel traveller traveler \
                journey tourist scenery nature outdoors fresh_air breathe landscape stroll
                """),
        SceneConcept(
            .subject, [.catSill: 3, .livingRoom: 0.6], [.warm: 0.6],
            chinese: "猫 小猫 狗 小狗 宠物 猫咪 狗狗 毛孩子 主人 喵 橘猫 流浪猫 窗台",
            english: "cat kitten dog puppy pet kitty windowsill window_sill purr"),
        SceneConcept(
            .subject, [.fishPond: 3], [.clear: 0.5],
            chinese: "鱼 锦鲤 鱼塘 金鱼 鲤鱼 养鱼 钓鱼 鱼儿 喂鱼 池鱼 年年有余 垂钓 游鱼",
            english: "fish koi carp goldfish pond_fish angling angler fishpond"),
        // Words that look like a landscape and are none: matched first, they ask for nothing.
        SceneConcept(
            .subject, [:], [:],
            chinese: """
                海关 海报 海鲜 海带 海外 海量 脑海 火山 山楂 山寨 江山易改 河南 河北 湖南 湖北 \
                海南 山东 山西 黑龙江 浙江 江苏 江西 云南 青海 四川 花费 花钱 花时间 花生 花样 \
                雪糕 风险 风格 风俗 风湿 作风 威风 风扇 风气 麻风 冰箱 冰淇淋 冬瓜 星期 明星 歌星 \
                国家 大家 专家 人家 家具 家伙 作者 书记 证书 秘书 律师 荷兰 佛山 太阳能 太阳镜 \
                草率 起草 药店 药品 天花板 春运 爱国 雨果 塔利班 床位 河马 诗人节 冬虫夏草 夏令营 \
                热水器 水电站 一春 夜班 船票 钱塘江 老家伙 禅让 家长 科学家 艺术家 画家 企业家
                """,
            english: "sunday monday star_ship spring_onion spring_from star_in stock_up book_a lake_house_rent"),
    ]

    /// How it feels.
    static let moods: [SceneConcept] = [
        SceneConcept(
            .mood, [.heartHands: 1.4, .livingRoom: 0.8, .autumnHills: 0.8], [.warm: 1.4],
            chinese: """
                温暖 温柔 暖 暖心 幸福 感恩 感动 感谢 善良 善意 关怀 关心 拥抱 微笑 笑容 快乐 开心 \
                喜悦 甜蜜 慈祥 体贴 恩情 真情 爱 爱心 珍惜 知足 美好 祝福 希望
                """,
            english: """
                warm warmth happy happiness grateful gratitude kind kindness tender gentle smile \
                joy joyful hug care cherish bless hope content beloved sweet
                """),
        SceneConcept(
            .mood, [.sunrisePeak: 2.5, .sea: 1], [.warm: 1],
            chinese: """
                梦想 奋斗 努力 坚持 拼搏 成功 胜利 勇敢 勇气 挑战 目标 理想 信念 自信 力量 逆袭 \
                突破 超越 远方 前方 前进 出发 启航 起点 征途 不放弃 永不放弃 青春 热血 燃 崛起 辉煌 \
                荣耀 英雄 冠军 第一名 机会 改变 成长 自律 励志 不怕 加油
                """,
            english: """
                dream strive effort persist perseverance succeed success victory brave courage \
                challenge goal ambition confidence strength breakthrough overcome horizon forward \
                never_give_up youth hero champion triumph achieve inspire opportunity grit bold
                """),
        SceneConcept(
            .mood, [.lotus: 1.3, .bamboo: 1.2, .ink: 1, .springLake: 0.8], [.clear: 0.6],
            chinese: """
                安静 宁静 平静 静 静静 心静 清净 淡泊 从容 放下 释怀 自在 悠闲 慢 慢慢 慢下来 禅心 \
                心安 平淡 简单 随缘 豁达 舒适 放松 休息 沉淀 心态 心情
                """,
            english: """
                calm quiet peace peaceful serene serenity tranquil stillness silent silence relax \
                slow slowly simple rest let_go gentle_breath soothe
                """),
        SceneConcept(
            .mood, [.starryCabin: 1.2, .city: 0.8, .autumnHills: 0.8, .winterCabin: 0.8],
            [.deep: 1.2],
            chinese: """
                孤独 孤单 寂寞 悲伤 伤心 难过 忧伤 忧愁 忧郁 眼泪 流泪 哭 离别 分离 失去 遗憾 痛苦 \
                绝望 焦虑 压力 疲惫 烦恼 抑郁 迷茫 死亡 去世 恐惧 害怕 黑暗 危险 秘密 神秘 悬疑 诡异
                """,
            english: """
                lonely loneliness alone sad sadness sorrow grief tear cry farewell loss lost regret \
                pain despair anxiety anxious stress tired weary depression death fear afraid dark \
                darkness danger secret mystery mysterious
                """),
    ]
}

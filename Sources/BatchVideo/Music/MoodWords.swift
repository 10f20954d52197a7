/// Words of feeling, in simplified Chinese and English; `_` joins the words of a phrase.
enum MoodWords {
    static let all: [(mood: MusicMood, words: String)] = [
        (.calm, """
            安静 宁静 平静 清净 静心 静静 淡泊 从容 放下 释怀 自在 悠闲 慢慢 慢下来 心安 平淡 随缘 舒适 放松 \
            休息 呼吸 冥想 禅意 养生 健康 睡眠 入睡 安眠 泡茶 喝茶 清淡 调理 心态 顺其自然 散步 \
            calm quiet peace peaceful serene serenity tranquil still stillness silent silence relax slow \
            slowly rest let_go gentle breathe breath meditate meditation mindful mindfulness sleep soothe \
            tea ease comfort
            """),
        (.warm, """
            温暖 温柔 暖心 幸福 感恩 感动 感谢 善良 善意 关怀 关心 拥抱 微笑 甜蜜 慈祥 体贴 恩情 真情 爱心 珍惜 \
            知足 祝福 陪伴 相伴 牵手 亲情 孝顺 团圆 团聚 回家 妈妈 爸爸 母亲 父亲 爷爷 奶奶 老伴 家人 爱 \
            warm warmth grateful gratitude thank kind kindness tender hug care cherish bless beloved love \
            loved home family mother father mum mom dad grandmother grandfather grandma grandpa friend \
            together embrace
            """),
        (.hopeful, """
            梦想 希望 奋斗 努力 坚持 成功 胜利 理想 信念 自信 远方 前方 出发 启航 起点 不放弃 永不放弃 青春 成长 \
            励志 加油 未来 改变 曙光 日出 黎明 新生 重生 勇敢 勇气 相信 机会 梦 光明 重新开始 突破 \
            dream hope hopeful strive effort persist perseverance succeed success believe faith courage brave \
            begin beginning future sunrise dawn grow growth horizon never_give_up inspire inspiration \
            opportunity overcome light rise change
            """),
        (.pensive, """
            孤独 孤单 寂寞 悲伤 伤心 难过 忧伤 忧愁 忧郁 眼泪 流泪 哭 离别 分离 失去 遗憾 痛苦 去世 死亡 告别 \
            思念 想念 回忆 往事 从前 岁月 光阴 流年 乡愁 怀念 沉默 叹息 错过 离开 晚年 人生 命运 孤儿 后悔 \
            lonely loneliness alone sad sadness sorrow grief tear cry farewell goodbye loss lost regret pain \
            memory memories remember past nostalgia miss mourn death died grave fate melancholy wistful \
            bygone ache
            """),
        (.bright, """
            快乐 开心 喜悦 欢乐 热闹 有趣 好玩 笑声 哈哈 幽默 活泼 可爱 调皮 阳光 明媚 春天 节日 春节 过年 新年 烟花 灯笼 庆祝 \
            美食 美味 旅行 旅游 游戏 儿童 宠物 猫 狗 夏日 野餐 唱歌 跳舞 惊喜 轻松 \
            happy happiness joy joyful fun funny laugh laughter cheerful playful play cute sunny spring \
            holiday festival celebrate party delicious travel trip game kid puppy kitten dance sing \
            surprise delight bright
            """),
        (.driving, """
            科技 技术 人工智能 机器人 算法 数据 芯片 互联网 创新 市场 经济 股市 投资 企业 创业 竞争 挑战 速度 \
            突破 超越 冠军 比赛 战争 战场 决战 热血 拼搏 逆袭 崛起 辉煌 工程 火箭 航天 革命 力量 冲刺 奔跑 攻克 \
            technology robot algorithm data chip innovation market economy stock invest company startup \
            compete competition challenge speed race champion contest battle war fight revolution rocket \
            engineer power powerful energy breakthrough record launch
            """),
        (.mysterious, """
            神秘 秘密 悬疑 诡异 恐惧 害怕 黑暗 危险 深渊 谜 谜团 未知 失踪 传说 鬼 灵异 古墓 宇宙 黑洞 星系 外星 \
            深海 梦境 幻觉 预言 诅咒 消失 真相 阴谋 侦探 案件 远古 文明 \
            mystery mysterious secret strange eerie fear afraid dark darkness danger abyss unknown vanish \
            vanished missing legend ghost haunted universe cosmos black_hole galaxy alien deep_sea curse \
            prophecy truth conspiracy detective murder ancient_civilization riddle enigma shadow
            """),
    ]
}

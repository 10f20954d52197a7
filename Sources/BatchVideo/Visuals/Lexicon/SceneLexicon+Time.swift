extension SceneLexicon {
    /// Times of day.
    static let times: [SceneConcept] = [
        SceneConcept(
            .time, [.sunrisePeak: 3, .sea: 1, .wheatField: 0.8], [.warm: 2], dayTime: .dawn,
            chinese: """
                日出 朝阳 晨光 晨曦 曙光 黎明 拂晓 破晓 旭日 朝霞 东方发白 天刚亮 天亮 第一缕阳光 \
                迎着朝阳 太阳升起 初升的太阳
                """,
            english: "sunrise dawn daybreak sunup first_light rising_sun"),
        SceneConcept(
            .time, [.springLake: 1, .teaTable: 1, .wheatField: 1, .sunrisePeak: 1],
            [.clear: 1, .warm: 0.6], dayTime: .dawn,
            chinese: "早晨 早上 清晨 清早 上午 起床 早起 一大早 晨练 早安 早饭前 晨间",
            english: "morning breakfast wake_up woke early_riser good_morning"),
        SceneConcept(
            .time, [.wheatField: 1, .springLake: 1, .forest: 0.6], [.clear: 2], dayTime: .day,
            chinese: "中午 正午 晌午 白天 大白天 午间 午后 下午 白昼 午休",
            english: "noon midday daytime afternoon daylight broad_day"),
        SceneConcept(
            .time, [.sea: 2, .autumnHills: 1.5, .wheatField: 1, .desert: 0.8], [.warm: 2], dayTime: .dusk,
            chinese: """
                黄昏 傍晚 日落 夕阳 落日 晚霞 余晖 斜阳 日暮 暮色 夕照 太阳下山 霞光 暮年 夕阳红 \
                天色渐晚
                """,
            english: "sunset dusk sundown twilight golden_hour setting_sun afterglow nightfall"),
        SceneConcept(
            .time, [.livingRoom: 1.2, .starryCabin: 1.5, .city: 1, .bookLamp: 1], [.deep: 2], dayTime: .night,
            chinese: """
                夜晚 晚上 夜里 深夜 半夜 午夜 黑夜 夜色 夜间 入夜 当晚 今晚 昨晚 夜 夜深人静 通宵 \
                熬夜 失眠 睡前 入睡 睡觉 睡眠 睡不着 安眠 梦里 夜半 彻夜 晚安 月夜 夜幕 凌晨
                """,
            english: """
                night nighttime midnight tonight evening bedtime asleep sleep slept insomnia \
                sleepless small_hours after_dark
                """),
        SceneConcept(
            .time, [.starryCabin: 3], [.deep: 2], dayTime: .night,
            chinese: """
                星空 星星 繁星 银河 星光 流星 星辰 满天星 北斗 夜空 星河 宇宙 太空 月亮 月光 明月 \
                月色 圆月 满月 月下 皓月 月球 星座 天文
                """,
            english: """
                star starry starlight milky_way galaxy moon moonlight moonlit meteor shooting_star \
                constellation cosmos universe outer_space astronomer telescope night_sky
                """),
        SceneConcept(
            .time, [.ink: 1.5, .lotus: 0.5], [:],
            chinese: "千年 百年 岁月 光阴 时光 流年 往事 从前 古时候 很久以前 年代 一辈子 一生 半生",
            english: "centuries century once_upon_a_time long_ago ages yesteryear lifetime bygone"),
    ]

    /// Seasons and festivals.
    static let seasons: [SceneConcept] = [
        SceneConcept(
            .season, [.springLake: 3, .forest: 0.6, .courtyard: 0.6], [.clear: 1.2], season: .spring,
            chinese: """
                春 春天 春季 春日 春风 春暖花开 立春 春分 清明 谷雨 樱花 桃花 杏花 梨花 油菜花 踏青 \
                发芽 嫩芽 花开 开花 百花 鲜花 花园 赏花 花瓣 蝴蝶 柳树 垂柳 柳枝 新绿 惊蛰 春游 花 \
                花香 花草 万物复苏
                """,
            english: """
                spring springtime blossom bloom cherry_tree flower petal butterfly tulip bud \
                sprout garden April May_day willow orchard
                """),
        SceneConcept(
            .season, [.lotus: 3, .sea: 1, .forest: 0.6, .bamboo: 0.8], [.clear: 1.2], season: .summer,
            chinese: """
                夏 夏天 夏季 夏日 盛夏 炎热 三伏 伏天 酷暑 暑假 蝉鸣 知了 荷花 荷叶 莲花 莲子 莲藕 \
                荷塘 立夏 夏至 大暑 小暑 避暑 西瓜 蛙声 青蛙 蜻蜓 消暑
                """,
            english: """
                summer summertime heatwave lotus water_lily lily_pad dragonfly frog cicada July \
                August hot_day
                """),
        SceneConcept(
            .season, [.autumnHills: 3, .wheatField: 1, .courtyard: 0.6], [.warm: 1.4], season: .autumn,
            chinese: """
                秋 秋天 秋季 秋日 金秋 深秋 秋风 落叶 红叶 枫叶 枫树 银杏 霜降 立秋 秋分 寒露 白露 \
                重阳 重阳节 中秋 秋收 登高 菊花 桂花 秋雨 满山红叶 层林尽染 落叶归根
                """,
            english: """
                autumn autumnal fallen_leaves maple foliage October November chrysanthemum \
                falling_leaves leaf_fall
                """),
        SceneConcept(
            .season, [.winterCabin: 3, .snowyTemple: 2, .livingRoom: 0.6], [.clear: 0.5, .deep: 0.5],
            season: .winter,
            chinese: """
                冬 冬天 冬季 冬日 寒冬 严寒 寒冷 立冬 冬至 小寒 大寒 腊月 腊八 三九 数九 冰冷 结冰 \
                冰天雪地 御寒 保暖 取暖 棉衣 羽绒服 雪花 雪地 大雪 小雪 下雪 雪 飘雪 雪人 滑雪 冰雪 \
                梅花 腊梅 圣诞 圣诞节 冰
                """,
            english: """
                winter wintry snow snowfall snowy snowflake snowman blizzard frost frozen ice icy \
                Christmas December January ski sledge sleigh cold_day
                """),
        SceneConcept(
            .season, [.lanterns: 3, .fireworks: 2.4, .livingRoom: 1.2], [.warm: 0.8, .deep: 0.8],
            chinese: """
                烟花 烟火 礼花 花灯 灯会 春节 过年 新年 除夕 年夜饭 团圆 元宵 灯笼 拜年 压岁钱 年味 大年 元旦 鞭炮 春联 饺子 \
                红包 团聚 阖家
                """,
            english: "firework fireworks new_year lantern reunion family_dinner thanksgiving festival holidays"),
    ]

    /// Weather.
    static let weathers: [SceneConcept] = [
        SceneConcept(
            .weather, [.wheatField: 1.2, .springLake: 1, .sea: 0.8], [.clear: 1.4],
            chinese: "晴天 晴朗 阳光 蓝天 白云 万里无云 阳光明媚 晒太阳 明媚 风和日丽 天晴 太阳 艳阳",
            english: "sunny sunshine blue_sky clear_sky sunlight sun bright_day cloudless"),
        SceneConcept(
            .weather, [.rainBridge: 3, .teaTable: 1, .ink: 0.8, .city: 0.6], [.deep: 0.6],
            chinese: """
                雨 下雨 雨天 大雨 小雨 暴雨 雨水 雨声 雨滴 细雨 阴雨 烟雨 雨季 梅雨 雷雨 打雷 闪电 \
                潮湿 雨伞 听雨 乌云 阴天
                """,
            english: "rain rainy rainfall drizzle storm thunder lightning umbrella downpour wet_day"),
        SceneConcept(
            .weather, [.ink: 2, .forest: 1.2], [:],
            chinese: "雾 云雾 薄雾 晨雾 大雾 雾气 烟波 云海 朦胧 缭绕 雾霭",
            english: "fog mist misty haze foggy cloud_sea hazy"),
        SceneConcept(
            .weather, [.wheatField: 1.5, .sea: 0.8], [:],
            chinese: "风 大风 微风 清风 狂风 海风 晚风 秋风起 吹风 风吹 风中 和风",
            english: "wind windy breeze breezy gust blowing"),
        SceneConcept(
            .weather, [.springLake: 1, .sunrisePeak: 1], [.clear: 1],
            chinese: "彩虹 雨后 放晴 雨过天晴 云开", english: "rainbow after_the_rain clear_up"),
    ]
}

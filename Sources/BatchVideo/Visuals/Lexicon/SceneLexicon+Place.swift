extension SceneLexicon {
    /// Places.
    static let places: [SceneConcept] = [
        SceneConcept(
            .place, [.sea: 3], [.clear: 0.4],
            chinese: """
                海 大海 海边 海洋 海面 海浪 海滩 沙滩 海水 海岸 海岛 岛屿 港湾 海港 港口 渔船 帆船 \
                轮船 灯塔 航行 远航 出海 扬帆 扬帆起航 码头 船 小船 小舟 渔民 打鱼 潮水 涨潮 浪花 \
                波涛 海鸥 海豚 鲸鱼 太平洋 大西洋 航海 乘风破浪 船长 海峡 海底 百川归海
                """,
            english: """
                sea ocean seaside beach coast coastal shore wave island harbour harbor port boat \
                ship sail sailor fisherman fishing lighthouse tide seagull whale dolphin voyage \
                captain Pacific Atlantic marine raft anchor
                """),
        SceneConcept(
            .place, [.springLake: 2.5, .lotus: 1.5, .rainBridge: 1], [.clear: 0.4],
            chinese: """
                湖 湖水 湖边 湖面 湖泊 西湖 河 河流 河边 江河 长江 黄河 溪水 小溪 溪流 泉水 瀑布 水面 \
                池塘 水边 江南 水乡 小桥 小桥流水 流水 涟漪 倒影 天鹅 鸭子 鸳鸯
                """,
            english: """
                lake lakeside river riverside stream brook creek waterfall pond reflection \
                swan duck canal riverbank
                """),
        SceneConcept(
            .place, [.lotus: 2.5, .snowyTemple: 1, .bamboo: 1], [.clear: 0.4],
            chinese: "荷 莲 睡莲 出淤泥而不染 佛 禅 禅意 寺庙 寺院 佛教 菩萨 打坐 冥想 修行 修心",
            english: "zen meditation meditate monk buddha buddhist monastery mindfulness"),
        SceneConcept(
            .place, [.sunrisePeak: 2.5, .ink: 1.2], [:],
            chinese: """
                山 高山 山峰 山顶 山巅 登山 爬山 顶峰 攀登 峰顶 珠穆朗玛 珠峰 泰山 黄山 华山 悬崖 \
                峡谷 登顶 山脉 群山 山坡 半山腰 高原 雪山 喜马拉雅 山脚 山路 大山
                """,
            english: """
                mountain mountaintop peak summit climb climber hilltop cliff canyon ridge valley \
                Everest Himalaya alpine hike trek
                """),
        SceneConcept(
            .place, [.forest: 3], [.clear: 0.6],
            chinese: """
                森林 树林 丛林 林间 山林 林中 松树 大树 树木 古树 树叶 树根 绿树 林子 \
                原始森林 小鹿 松鼠 小鸟 鸟鸣 鸟儿 蘑菇 野生动物 氧吧 植物 老虎 狐狸 狼 猴子 草木 \
                生态 环保 绿色 萤火虫 种树
                """,
            english: """
                forest wood woodland jungle tree pine oak deer fox wolf squirrel bird \
                songbird wildlife animal ecology ecosystem environment firefly fireflies moss fern \
                mushroom rainforest plant green
                """),
        SceneConcept(
            .place, [.wheatField: 3], [.warm: 0.5, .clear: 0.4],
            chinese: """
                麦田 小麦 稻田 稻谷 水稻 田野 庄稼 农田 农民 农村 乡村 乡下 村庄 村子 村里 老家 家乡 \
                故乡 丰收 收获 粮食 粮 种地 耕种 播种 耕地 田间 田埂 锄头 农业 大地 草原 草地 原野 牧场 \
                土地 玉米 麦子 大豆 向日葵 牛羊 放牛 老乡 乡亲 乡愁 五谷 杂粮 牧民 骏马
                """,
            english: """
                field wheat farm farmer farmland harvest crop countryside village rural grain barn \
                meadow prairie grassland hometown corn barley rice_paddy sow plough plow \
                sunflower cattle sheep shepherd pasture agriculture
                """),
        SceneConcept(
            .place, [.city: 3], [.deep: 0.4],
            chinese: """
                城市 都市 大都市 高楼 大厦 摩天 街道 街头 马路 大街 霓虹 霓虹灯 灯火 万家灯火 \
                夜景 车流 地铁 公交 商场 写字楼 办公室 公司 上班 下班 打工 职场 白领 北京 上海 广州 \
                深圳 香港 纽约 伦敦 东京 巴黎 杭州 成都 重庆 武汉 南京 天津 首都 市区 市民 建筑 房价 \
                房地产 楼市 城里 闹市 交通 汽车 堵车 机场 出租车 夜市 小区 社区
                """,
            english: """
                city cities urban downtown skyline skyscraper tower street avenue office building \
                traffic subway metro commute commuter neon New_York London Tokyo Paris Shanghai \
                Beijing Hong_Kong Chicago Singapore taxi apartment real_estate mall suburb \
                metropolis rush_hour pedestrian
                """),
        SceneConcept(
            .place, [.livingRoom: 3, .catSill: 0.4], [.warm: 0.8],
            chinese: """
                家 家里 回家 在家 家中 家庭 客厅 沙发 房间 卧室 屋里 屋子 房子 老屋 窗帘 台灯 电视 \
                看电视 壁炉 炉火 家务 门口 家门 家园 家人 一家人 温馨 枕头 被子 床 床头 \
                灯下 灯光 居家 宅 家常 邻居 摇椅 客人
                """,
            english: """
                home house household living_room sofa couch bedroom room lamp fireplace curtain \
                television armchair indoors cosy cozy pillow blanket doorstep neighbour \
                neighbor rocking_chair front_door
                """),
        SceneConcept(
            .place, [.starryCabin: 2, .winterCabin: 1.5], [.deep: 0.5],
            chinese: "小屋 木屋 茅屋 营地 露营 帐篷 篝火 乡野 山村 木屋里 炊烟",
            english: "cabin cottage hut camp campfire tent lodge chalet log_house bonfire"),
        SceneConcept(
            .place, [.winterCabin: 2, .sunrisePeak: 1], [.clear: 0.5],
            chinese: "北极 南极 冰川 冰山 雪原 东北 哈尔滨 西伯利亚 极光 企鹅 北极熊 雪橇",
            english: "arctic antarctic glacier iceberg tundra Siberia northern_lights penguin polar"),
        SceneConcept(
            .place, [.ink: 2, .courtyard: 2], [:],
            chinese: """
                故宫 长城 古城 古镇 古代 宫殿 庙 塔 亭子 江山 山水 桂林 漓江 庐山 武当山 \
                园林 城墙 牌坊
                """,
            english: """
                palace great_wall pagoda temple ancient_town castle ruins dynasty \
                pavilion fortress
                """),
        SceneConcept(
            .place, [.courtyard: 3], [.warm: 0.4],
            chinese: "院子 庭院 小院 四合院 老宅 天井 院墙 瓦房 石榴树 大杂院 胡同 弄堂 巷子 屋檐 青砖 门楼 祠堂",
            english: "courtyard patio alley alleyway old_house eaves backyard veranda porch lane"),
        SceneConcept(
            .place, [.bamboo: 3], [.clear: 0.6],
            chinese: "竹 竹林 竹子 竹叶 竹海 竹笋 熊猫 大熊猫 竹节 翠竹",
            english: "bamboo panda bamboo_grove"),
        SceneConcept(
            .place, [.wheatField: 1.5, .sunrisePeak: 1, .springLake: 1], [.clear: 0.4],
            chinese: "火车 列车 车窗 车厢 铁路 铁轨 车站 火车站 高铁 动车 站台 沿途 旅途 路上 归途 绿皮车 返乡 回乡",
            english: "train railway railroad railcar carriage locomotive station platform on_the_way journey_home"),
        SceneConcept(
            .place, [.desert: 3], [.warm: 1],
            chinese: "沙漠 大漠 戈壁 骆驼 沙丘 驼队 驼铃 撒哈拉 绿洲 敦煌 丝绸之路 西域 干旱 沙尘 荒漠 胡杨 丝路",
            english: "desert dune camel caravan Sahara oasis sandstorm arid Gobi silk_road"),
        SceneConcept(
            .place, [.snowyTemple: 2.4, .ink: 0.6], [.clear: 0.4],
            chinese: "寺 古寺 禅寺 山寺 古刹 道观 僧人 和尚 钟声 少林寺 布达拉宫 西藏 拉萨 朝圣 香火",
            english: "shrine monk_temple Tibet Lhasa pilgrimage pilgrim abbey sanctuary"),
        SceneConcept(
            .place, [.rainBridge: 2.4, .springLake: 0.6], [.clear: 0.3],
            chinese: "桥 石桥 拱桥 断桥 廊桥 桥上 桥头 古桥 赵州桥 乌镇 周庄 水巷 青石板 油纸伞 雨巷",
            english: "bridge stone_bridge footbridge arch_bridge paper_umbrella cobblestone"),
    ]
}

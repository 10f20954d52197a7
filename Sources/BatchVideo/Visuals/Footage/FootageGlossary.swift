/// What libraries call the things that Chinese texts speak of: closer than the ideas of the lexicon,
/// which know only that 奶茶 and 咖啡 are both something to drink.
enum FootageGlossary {
    /// Chinese words, then "=", then the English search words with "_" for spaces.
    private static let table = """
        大海 海洋=ocean 海=sea 海边 海岸=coast 海滩 沙滩=beach 海浪 浪花 波涛=ocean_waves 海岛 岛屿=island 海底=underwater 港口 海港
        码头=harbor 渔船=fishing_boat 帆船=sailboat 轮船=ship 船 小船 小舟=boat 灯塔=lighthouse 海鸥=seagull 海豚=dolphin
        鲸鱼=whale 金鱼 锦鲤=koi_fish 鱼=fish 湖 湖水 湖面 湖泊 湖边=lake 西湖=west_lake 河 河流 江河=river 长江 黄河=river 溪水 小溪
        溪流=stream 瀑布=waterfall 池塘=pond 倒影=water_reflection 涟漪=water_ripples 天鹅=swan 鸭子=duck 山 高山 大山 群山
        山脉=mountains 山峰 山顶 顶峰=mountain_peak 登山 爬山 登顶 攀登=mountain_climbing 悬崖=cliff 峡谷=canyon
        雪山=snow_mountain 泰山 黄山 华山=chinese_mountain 高原=plateau 山路=mountain_road 火山=volcano 森林 树林 山林=forest
        丛林 原始森林=jungle 竹林 竹子=bamboo_forest 松树=pine_trees 大树 古树 树木=tree 树叶=leaves 蘑菇=mushroom 小鹿=deer
        松鼠=squirrel 小鸟 鸟儿 鸟鸣=birds 萤火虫=fireflies 老虎=tiger 狐狸=fox 狼=wolf 猴子=monkey 大象=elephant 狮子=lion
        熊猫=panda 蝴蝶=butterfly 蜜蜂=bee 蚂蚁=ant 马 骏马=horses 牛=cow 羊 牛羊=sheep 鹰=eagle 动物 野生动物=wildlife 宠物=pet 猫
        小猫 猫咪=cat 狗 小狗 狗狗=dog 企鹅=penguin 北极熊=polar_bear 麦田 小麦 麦子=wheat_field 稻田 水稻 稻谷=rice_field 田野
        农田=farmland 庄稼=crops 农民=farmer 农村 乡村 乡下=countryside 村庄 村子 村里=village 草原 草地=grassland 牧场=pasture
        向日葵=sunflowers 玉米=corn 丰收 收获=harvest 播种=sowing_seeds 沙漠=desert 花 花朵 鲜花=flowers 花园=garden 荷花 莲
        荷=lotus_flower 樱花=cherry_blossom 桃花=peach_blossom 梅花=plum_blossom 玫瑰=roses 菊花=chrysanthemum
        油菜花=rapeseed_field 牡丹=peony 种子=seed 发芽=sprout 植物=plants 日出 朝阳 旭日=sunrise 黎明 清晨 早晨=morning_light 日落
        夕阳 落日=sunset 黄昏 傍晚=dusk 夜晚 夜里 深夜=night 太阳 阳光=sunlight 月亮 月光 明月=moon 星空 星星 繁星=starry_sky
        银河=milky_way 天空 蓝天=blue_sky 云 白云 云海=clouds 彩虹=rainbow 下雨 雨 雨天=rain 暴雨 雷雨 风暴=storm 闪电=lightning 雪
        下雪 雪花=snow 雾 大雾=fog 风=wind 春天=spring 夏天=summer 秋天=autumn 冬天=winter 落叶=falling_leaves 红叶
        枫叶=maple_leaves 极光=aurora 冰川=glacier 露珠 露水=dew 城市 都市=city 高楼 大厦 摩天=skyscrapers 街道 大街 街头
        马路=city_street 霓虹 霓虹灯=neon_lights 夜景 万家灯火=city_night 车流 堵车 交通=traffic 地铁=subway 公交=bus 汽车=car 高铁
        火车=train 飞机=airplane 机场=airport 桥 大桥=bridge 自行车 骑车 骑行=cycling 办公室 写字楼=office 上班 职场 白领=office_work
        开会 会议=business_meeting 商场=shopping_mall 超市=supermarket 工厂=factory 工人=worker 工地=construction_site
        上海=shanghai 北京=beijing 广州=guangzhou 深圳=shenzhen 香港=hong_kong 重庆=chongqing 杭州=hangzhou 纽约=new_york
        伦敦=london 东京=tokyo 巴黎=paris 家 家里 回家 在家 家园=home 客厅=living_room 沙发=sofa 卧室=bedroom 厨房=kitchen 窗户 窗外
        窗=window 台灯=lamp 电视=watching_tv 壁炉 炉火=fireplace 篝火 火焰 火=fire 蜡烛 烛光=candle 床=bed 门=door 小屋 木屋=cabin
        帐篷 露营=camping 茶 喝茶 一杯茶 品茶=tea 泡茶=pouring_tea 茶叶=tea_leaves 茶壶=teapot 茶园=tea_plantation 咖啡=coffee
        奶茶=milk_tea 牛奶=milk 豆浆=soy_milk 水 喝水 一杯水=drinking_water 酒=wine 蜂蜜=honey 粥 小米粥=porridge 汤 鸡汤=soup
        面条=noodles 米饭=rice 饺子=dumplings 面包=bread 蔬菜=vegetables 水果=fruit 苹果=apple 鸡蛋=eggs 美食 食物=food
        做饭=cooking 早餐 早饭=breakfast 晚餐=dinner 吃饭=family_dinner 红枣=red_dates 枸杞=goji_berries 生姜=ginger
        大蒜=garlic 核桃=walnuts 豆腐=tofu 中医 中药=chinese_medicine 按摩=massage 泡脚=foot_bath 针灸 艾灸=acupuncture
        医生=doctor 医院=hospital 护士=nurse 药=medicine 血压 高血压=blood_pressure 心脏=heart 大脑=brain 眼睛=eyes 睡觉
        睡眠=sleeping 失眠=insomnia 手 双手=hands 父母=parents 妈妈 母亲=mother 爸爸 父亲=father 爷爷 奶奶 老人
        老年人=elderly_people 老伴 老两口 白头偕老=elderly_couple 孩子 小孩 儿童=children 婴儿 宝宝=baby 夫妻 情侣 恋人=couple 家人 一家人
        家庭=family 朋友=friends 女人 女孩=woman 男人 男孩=man 牵手=holding_hands 拥抱=hug 微笑 笑容=smile 眼泪 哭=crying 婚礼
        结婚=wedding 背影=person_from_behind 人群=crowd 孤独=alone_person 跑步=running 散步 走路=walking 锻炼 健身=workout
        瑜伽=yoga 太极 太极拳=tai_chi 游泳=swimming 跳舞 广场舞=dancing 钓鱼=fishing 旅行 旅游=travel 公园=park 冥想 打坐=meditation
        足球=football 篮球=basketball 书 书本 书籍=books 读书 看书 阅读=reading_book 写字 写作=writing 图书馆=library 学校=school
        学生=students 老师=teacher 教室=classroom 钢琴=piano 音乐=music 吉他=guitar 唱歌=singing 画画=painting 书法
        毛笔=chinese_calligraphy 古琴=guqin 寺庙 寺院=temple 佛=buddha 故宫=forbidden_city 长城=great_wall 古镇
        古城=ancient_town 宫殿=palace 塔=pagoda 灯笼=lanterns 春节 过年=chinese_new_year 科技 技术=technology
        人工智能=artificial_intelligence 机器人=robot 电脑 计算机=computer 手机=smartphone 芯片=microchip 代码
        编程=programming 数据 大数据=data 网络 互联网=network 卫星=satellite 火箭=rocket_launch 太空 宇宙=space 地球=earth
        实验室=laboratory 科学家=scientist 无人机=drone 电池=battery 风力发电=wind_turbine 太阳能=solar_panels 钱 金钱=money 股票
        股市=stock_market 银行=bank 黄金=gold 市场=market 生意=business 时间=clock 钟 时钟=clock 路 道路=road 远方=horizon 奋斗
        努力=working_hard 成功=success 胜利=victory 梦想=dream 风景 景色=landscape 自然 大自然=nature
        """

    /// Phrase and its English, in the order of the table.
    static let pairs: [(chinese: String, english: String)] = {
        var pairs: [(String, String)] = []
        var waiting: [String] = []
        for entry in table.split(whereSeparator: \.isWhitespace) {
            let sides = entry.split(separator: "=", maxSplits: 1)
            waiting.append(String(sides[0]))
            guard sides.count == 2 else { continue }
            let english = String(sides[1].replacing("_", with: " "))
            pairs += waiting.map { ($0, english) }
            waiting = []
        }
        return pairs
    }()
}

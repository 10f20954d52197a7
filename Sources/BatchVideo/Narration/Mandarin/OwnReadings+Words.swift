extension OwnReadings {
    /// Words the dictionary lacks or reads by an older standard: a syllable for each character, `-` for
    /// the one it has by itself. Checked against 现代汉语词典 (7th edition).
    static let words = """
        哪里 na2 li3
        小姐 xiao2 jie5
        知识分子 zhi1 shi5 fen4 zi3
        积极分子 ji1 ji2 fen4 zi3
        恐怖分子 kong3 bu4 fen4 zi3
        犯罪分子 fan4 zui4 fen4 zi3
        不法分子 bu4 fa3 fen4 zi3
        分裂分子 fen1 lie4 fen4 zi3
        分子 fen1 zi3
        大分子 da4 fen1 zi3
        结果 jie2 guo3
        开花结果 kai1 hua1 jie1 guo3
        重点 zhong4 dian3
        教学 jiao4 xue2
        教会 jiao4 hui4
        教会了 jiao1 hui4 le5
        教会我 jiao1 hui4 wo3
        教会他 jiao1 hui4 ta1
        教会你 jiao1 hui4 ni3
        教会孩 jiao1 hui4 hai2
        照片 zhao4 pian4
        相片 xiang4 pian4
        唱片 chang4 pian4
        好处 hao3 chu4
        全长 - chang2
        花岗岩 - gang1 -
        乡长 - zhang3
        寻思 xun2 si5
        猛地 - de5
        忽地 - de5
        长江流域 chang2 - - -
        落下 luo4 xia4
        刘少奇 - shao4 -
        着实 zhuo2 -
        供养 gong1 yang3
        框架 kuang4 -
        散发 san4 fa1
        希特勒 - - le4
        流血 - xue4
        出血 - xue4
        献血 - xue4
        输血 - xue4
        止血 - xue4
        血压 xue4 ya1
        处在 chu3 -
        身处 - chu3
        用不着 - bu4 zhao2
        犯不着 - bu4 zhao2
        数不着 shu3 bu4 zhao2
        怪不着 - bu4 zhao2
        布什 - shi2
        纳什 - shi2
        运转 - zhuan3
        身着 - zhuo2
        无处 - chu4
        无处不在 - chu4 bu4 -
        分量 fen4 liang5
        看似 - si4
        应力 ying4 -
        踏实 ta1 shi5
        踏踏实实 ta1 ta1 shi2 shi2
        直奔 - ben4
        投奔 - ben4
        奔向 ben1 -
        着地 zhao2 -
        上调 - tiao2
        下调 - tiao2
        微调 - tiao2
        埃塞俄比亚 - sai4 - - -
        上行 - xing2
        下行 - xing2
        萎缩 wei3 suo1
        旋风 xuan4 -
        挑起 tiao3 -
        作曲家 - qu3 -
        进行曲 - - qu3
        几内亚 ji1 - -
        几内亚比绍 ji1 - - - -
        华国锋 hua4 - -
        华罗庚 hua4 - -
        华佗 hua4 -
        尼泊尔 - bo2 -
        不得了 bu4 de2 liao3
        了不得 liao3 bu4 de5
        张国焘 - - tao1
        薄膜 bo2 -
        应声 ying4 -
        副将 - jiang4
        麻将 - jiang4
        回鹘 - hu2
        少不了 shao3 bu4 liao3
        少不得 shao3 bu4 de2
        支行 - hang2
        分行 - hang2
        外行 wai4 hang2
        成行 - xing2
        世行 - hang2
        花旗银行 - - - hang2
        公差 - cha1
        多重 - chong2
        四重奏 - chong2 -
        舍人 she4 -
        选中 - zhong4
        接种 - zhong4
        射中 - zhong4
        接应 - ying4
        应激 ying4 -
        外传 - zhuan4
        秦桧 - hui4
        崆峒 - tong2
        解法 jie3 -
        摒弃 bing4 -
        颈椎 - zhui1
        颈椎病 - zhui1 -
        缥缈 - miao3
        问卷 - juan4
        画卷 - juan4
        试卷 - juan4
        答卷 - juan4
        考卷 - juan4
        阅卷 - juan4
        长卷 - juan4
        开卷 - juan4
        张掖 - ye4
        待会儿 dai1 hui4 er5
        累累 lei2 lei2
        伤痕累累 - - lei3 lei3
        不怀好意 bu4 - hao3 -
        划破 hua2 -
        乌干达 - gan1 -
        塔什干 - shi2 gan1
        满头大汗 - - - han4
        大汗淋漓 - han4 - -
        畜产品 xu4 - -
        马尾 - wei3
        马尾辫 - wei3 -
        落空 luo4 kong1
        不切实际 bu2 qie4 - -
        压根 ya4 -
        强人 qiang2 -
        微处理器 - chu3 - -
        处理器 chu3 - -
        不菲 - fei3
        受尽 - jin4
        用尽 - jin4
        差事 chai1 shi5
        投中 - zhong4
        框框 kuang4 kuang5
        转转 zhuan4 zhuan5
        何曾 - ceng2
        调档 diao4 -
        好好儿 hao3 hao1 er5
        弹奏 tan2 -
        悄无声息 qiao3 - - -
        隐没 - mo4
        发帖 - tie3
        燕国 yan1 -
        燕山 yan1 -
        嬷嬷 mo2 mo5
        斗牛 dou4 -
        偏好 - hao4
        澎湃 peng2 -
        澎湖 peng2 -
        释迦牟尼 - - mou2 -
        牟利 mou2 -
        几近 ji1 -
        马萨诸塞 - - - sai4
        高句丽 - gou1 li2
        的黎波里 di4 - - -
        巴尔的摩 - - di4 -
        斯堪的纳维亚 - - di4 - - -
        剪切 - qie1
        切块 qie1 -
        切换 qie1 -
        茶坊 - fang1
        散客 san3 -
        挣得 zheng4 de2
        数以万计 shu4 - - -
        鹿茸 - rong2
        悉数 - shu4
        结出 jie1 -
        小乘 - cheng2
        大乘 - cheng2
        正着 - zhao2
        出处 - chu4
        桑给巴尔 - ji3 - -
        可调 - tiao2
        九华山 - hua2 -
        天台山 - tai1 -
        天台县 - tai1 -
        空位 kong4 -
        空地 kong4 -
        言中 - zhong4
        发卡 fa4 qia3
        生发 sheng1 fa4
        分拆 fen1 -
        厚薄 - bo2
        苍劲 - jing4
        铺面 pu4 -
        漯河 luo4 -
        漯河市 luo4 - -
        猜中 - zhong4
        含含糊糊 - - hu2 hu2
        中举 zhong4 -
        罗嗦 luo1 suo5
        大宛 - yuan1
        意犹未尽 - - - jin4
        洛克菲勒 - - fei1 le4
        肖邦 xiao1 -
        肖像 xiao4 -
        马马虎虎 ma3 ma5 hu1 hu1
        聒噪 guo1 -
        铁杆 - gan3
        静脉曲张 - - qu1 -
        功不可没 - bu4 - mo4
        弹压 tan2 -
        弹唱 tan2 -
        弹跳 tan2 -
        弹指 tan2 -
        管弦乐队 - - yue4 -
        管弦乐 - - yue4
        交响乐 - - yue4
        交响乐团 - - yue4 -
        爱乐乐团 - yue4 yue4 -
        爱乐 ai4 yue4
        室内乐 - - yue4
        哀乐 - yue4
        乐队 yue4 -
        乐团 yue4 -
        乐坛 yue4 -
        乐迷 yue4 -
        乐手 yue4 -
        乐评 yue4 -
        民乐 - yue4
        声乐 - yue4
        器乐 - yue4
        配乐 - yue4
        奏乐 - yue4
        国乐 - yue4
        乐理 yue4 -
        海陆空 - - kong1
        阿卜杜拉 - bu3 - -
        抛撒 - sa3
        毫发 - fa4
        片剂 pian4 -
        行商 xing2 -
        薄一波 bo2 - -
        砚台 - tai5
        褪去 tui4 -
        褪色 tui4 se4
        掉色 diao4 shai3
        猪圈 - juan4
        暴晒 bao4 -
        空当 kong4 dang1
        发丝 fa4 -
        嘌呤 piao4 ling4
        石鼓 shi2 -
        神不守舍 - bu4 - she4
        箭杆 - gan3
        煞有其事 sha4 - - -
        煞有介事 sha4 - - -
        贾平凹 - - wa1
        兴许 xing1 -
        哥们 ge1 men5
        应付 ying4 fu4
        理应 li3 ying1
        相应 xiang1 ying4
        对应 dui4 ying4
        供应商 gong1 ying4 -
        供应链 gong1 ying4 -
        重阳 chong2 -
        重阳节 chong2 - -
        正当 zheng4 dang4
        正当时 zheng4 dang1 -
        正当防卫 zheng4 dang4 - -
        恰当 - dang4
        当晚 dang4 -
        当下 dang1 -
        便当 bian4 dang1
        当成 dang4 -
        当真 dang4 -
        长大 zhang3 da4
        长大衣 chang2 da4 -
        下载量 xia4 zai4 liang4
        干货 gan1 huo4
        干细胞 gan4 - -
        树干 - gan4
        主干 - gan4
        骨干 - gan4
        躯干 - gan4
        干部 gan4 -
        干线 gan4 -
        若干 - gan1
        相干 - gan1
        干预 gan1 -
        吃干抹净 - gan1 - -
        快乐 - le4
        行长 hang2 zhang3
        同行 tong2 hang2
        银行卡 yin2 hang2 ka3
        行李 xing2 li5
        行情 hang2 -
        一行人 yi1 xing2 -
        重庆 chong2 -
        还款 huan2 -
        还原 huan2 -
        还价 huan2 -
        还有 hai2 -
        还是 hai2 -
        觉得 jue2 de5
        睡着 shui4 zhao2
        睡着了 shui4 zhao2 le5
        睡不着 shui4 bu4 zhao2
        找不着 zhao3 bu4 zhao2
        数得着 shu3 de5 zhao2
        着迷 zhao2 -
        着凉 zhao2 -
        朝鲜 - xian3
        朝鲜族 - xian3 -
        朝鲜人 - xian3 -
        朝鲜半岛 - xian3 - -
        朝鲜战争 - xian3 - -
        南朝鲜 - - xian3
        北朝鲜 - - xian3
        朝阳 zhao1 -
        朝阳区 chao2 - -
        朝阳市 chao2 - -
        朝阳门 chao2 - -
        朝阳公园 chao2 - - -
        北京朝阳 - - chao2 -
        朝向 chao2 -
        都市 du1 -
        大都市 - du1 -
        大都会 - du1 -
        古都 - du1
        首都 - du1
        都江堰 du1 - -
        武都 - du1
        加德满都 - - - du1
        洪都拉斯 - du1 - -
        都柏林 du1 - -
        都灵 du1 -
        佛罗里达 fo2 - - -
        佛山 fo2 -
        仿佛 - fu2
        哈佛 - fo2
        斯大林格勒 - - - - le4
        勒紧 lei1 -
        勒令 le4 -
        弥勒 - le4
        勒索 le4 -
        耶稣 ye1 -
        巴塞罗那 - sai4 - -
        塞尔维亚 sai4 - - -
        塞浦路斯 sai4 - - -
        塞内加尔 sai4 - - -
        阿塞拜疆 - sai4 - -
        塞翁失马 sai4 - - -
        要塞 - sai4
        边塞 - sai4
        塞外 sai4 -
        塞车 sai1 -
        瓶塞 - sai1
        曾国藩 zeng1 - -
        曾庆红 zeng1 - -
        曾志伟 zeng1 - -
        曾经 ceng2 -
        未曾 - ceng2
        不曾 bu4 ceng2
        似曾 - ceng2
        曾几何时 ceng2 ji3 - -
        柏林 bo2 -
        黄柏 - bo4
        西藏 xi1 zang4
        宝藏 - zang4
        藏羚羊 zang4 - -
        雪藏 - cang2
        任务 ren4 wu5
        任丘 ren2 -
        单于 chan2 yu2
        尉迟 yu4 -
        吐蕃 tu3 bo1
        龟兹 qiu1 ci2
        大夫 dai4 fu5
        士大夫 shi4 da4 fu1
        会计 kuai4 ji4
        会计划 hui4 ji4 hua4
        会计算 hui4 ji4 suan4
        会计较 hui4 ji4 jiao4
        亲家 qing4 jia5
        角色 jue2 se4
        主角 - jue2
        配角 - jue2
        号角 hao4 jiao3
        角落 jiao3 luo4
        量化 liang4 hua4
        剂量 - liang4
        质量 - liang4
        好好 hao2 hao3
        好好学习 hao2 hao3 xue2 xi2
        爱好者 ai4 hao4 zhe3
        供求 gong1 -
        提供 - gong1
        空气 - qi4
        空调 - tiao2
        空虚 kong1 -
        时空 - kong1
        晴空 - kong1
        应有尽有 ying1 - jin4 -
        尽管 jin3 -
        尽量 jin3 liang4
        尽快 jin3 -
        尽力 jin4 -
        尽情 jin4 -
        尽可能 jin3 - -
        处处 chu4 chu4
        到处 - chu4
        处暑 chu3 -
        相处 - chu3
        模样 mu2 -
        中标 zhong4 -
        中式 zhong1 -
        中看 zhong1 kan4
        中国梦 zhong1 - -
        看中 kan4 zhong4
        命中率 - zhong4 lv4
        参与 can1 yu4
        与会者 yu4 - -
        给予 ji3 yu3
        赋予 - yu3
        予以 yu3 -
        一打 yi4 da2
        苏打 su1 da2
        少年 shao4 -
        多少 duo1 shao5
        少见多怪 shao3 - - -
        没落 mo4 luo4
        没收 mo4 -
        散步 san4 -
        松散 - san3
        散文 san3 -
        累积 lei3 -
        连累 lian2 lei5
        劳累 - lei4
        累死 lei4 -
        倒计时 dao4 - -
        倒闭 dao3 -
        倒霉 dao3 -
        倒数 dao4 shu3
        反倒 - dao4
        颠倒 - dao3
        倒立 dao4 -
        倒影 dao4 -
        转动 zhuan4 dong4
        转速 zhuan4 -
        旋转 xuan2 zhuan3
        转悠 zhuan4 you5
        着想 zhuo2 -
        着重 zhuo2 zhong4
        沉着 - zhuo2
        执着 - zhuo2
        为首 wei2 -
        为何 wei4 -
        为难 wei2 nan2
        因为 - wei4
        以为 - wei2
        人为 - wei2
        行为 xing2 wei2
        作为 zuo4 wei2
        为人 wei2 -
        为生 wei2 -
        华为 hua2 wei2
        大有可为 - - - wei2
        康有为 - - wei2
        有为 - wei2
        切实 qie4 -
        一切 yi2 qie4
        亲切 - qie4
        强迫 qiang3 -
        强劲 - jing4
        倔强 jue2 jiang4
        强大 qiang2 -
        教书 jiao1 -
        曲线 qu1 -
        曲折 qu1 -
        歌曲 - qu3
        弯曲 - qu1
        扭曲 - qu1
        屈曲 - qu1
        系列 xi4 -
        关系 guan1 xi5
        联系 - xi4
        系鞋带 ji4 - -
        安全带 - - dai4
        兴奋 xing1 -
        高兴 - xing4
        降低 jiang4 -
        投降 - xiang2
        没辙 mei2 -
        卷入 juan3 -
        卷土重来 juan3 - chong2 -
        内卷 nei4 juan3
        席卷 - juan3
        胶卷 - juan3
        龙卷风 - juan3 -
        蛋卷 - juan3
        春卷 - juan3
        称心 chen4 -
        称职 chen4 -
        对称 - chen4
        薄弱 bo2 -
        单薄 - bo2
        薄荷 bo4 he5
        薄饼 bao2 -
        血液 xue4 -
        血淋淋 xie3 lin2 lin2
        鲜血 - xue4
        熟悉 shu2 -
        屏幕 ping2 -
        奇数 ji1 shu4
        埋怨 man2 yuan4
        蔓延 man4 -
        模特 mo2 te4
        喷香 pen4 -
        咀嚼 ju3 jue2
        秘鲁 bi4 -
        泌阳 bi4 -
        蚌埠 beng4 bu4
        六安 lu4 -
        铅山 yan2 -
        浚县 xun4 -
        歙县 she4 -
        丽水 li2 -
        台州 tai1 -
        番禺 pan1 yu2
        东莞 - guan3
        涪陵 fu2 -
        莘县 shen1 -
        莘庄 xin1 -
        鄱阳湖 po2 - -
        亳州 bo2 -
        蔚县 yu4 -
        洪洞 - tong2
        乐清 yue4 -
        乐山 le4 -
        乐亭 lao4 -
        燕京 yan1 -
        厦门 xia4 -
        大厦 da4 sha4
        广厦 - sha4
        天津 tian1 jin1
        那曲 na4 qu3
        曲靖 qu1 -
        曲阜 qu1 -
        济南 ji3 -
        济宁 ji3 -
        经济 - ji4
        黄陂 - pi2
        万俟 mo4 qi2
        令狐 ling2 -
        仇英 qiu2 -
        区块链 qu1 kuai4 -
        朴素 pu3 -
        朴实 pu3 -
        朴槿惠 piao2 - -
        任正非 ren2 - -
        查良镛 zha1 - -
        盖世 gai4 -
        单田芳 shan4 - -
        解缙 xie4 -
        纪晓岚 ji4 - -
        宁静 ning2 -
        宁愿 ning4 -
        宁夏 ning2 -
        钥匙 yao4 shi5
        下载 xia4 zai4
        转载 zhuan3 zai3
        记载 ji4 zai3
        连载 lian2 zai3
        说服 shuo1 fu2
        游说 you2 shui4
        呼吁 - yu4
        吁吁 xu1 xu1
        自给自足 - ji3 - -
        炸鸡 zha2 -
        炸酱面 zha2 - -
        炸弹 zha4 dan4
        爆炸 - zha4
        导弹 - dan4
        弹性 tan2 -
        反弹 - tan2
        弹钢琴 tan2 - -
        动弹 dong4 tan5
        挣扎 zheng1 zha2
        扎实 zha1 shi5
        驻扎 zhu4 zha1
        包扎 bao1 za1
        扎啤 zha1 -
        涨红 zhang4 -
        折腾 zhe1 teng5
        转折 - zhe2
        打折 - zhe2
        骨折 - zhe2
        恶心 e3 xin5
        厌恶 yan4 wu4
        可恶 ke3 wu4
        恶劣 e4 -
        琢磨 zuo2 mo5
        雕琢 - zhuo2
        刹那 cha4 na4
        刹车 sha1 -
        古刹 - cha4
        相声 xiang4 sheng5
        殷红 yan1 -
        咖喱 ga1 li2
        咖啡 ka1 -
        茄子 qie2 zi5
        雪茄 xue3 jia1
        番茄 fan1 qie2
        拾级而上 she4 - - -
        叶公好龙 ye4 - hao4 -
        虚与委蛇 xu1 yu3 wei1 yi2
        心宽体胖 - - - pan2
        一曝十寒 yi2 pu4 - -
        暴露 bao4 lu4
        露营 lu4 -
        露天 lu4 -
        藏匿 cang2 -
        躲藏 - cang2
        否极泰来 pi3 - - -
        呱呱坠地 gu1 gu1 - -
        呱呱叫 gua1 gua1 -
        同仇敌忾 - chou2 - kai4
        唯唯诺诺 wei3 wei3 - -
        稽首 qi3 -
        会稽 kuai4 ji1
        粳米 jing1 -
        荨麻疹 qian2 - -
        确凿 - zao2
        呆板 dai1 -
        骰子 tou2 zi5
        档案 dang4 -
        氛围 fen1 -
        符合 fu2 -
        脂肪 zhi1 fang2
        潜力 qian2 -
        质量 zhi4 liang4
        因为 yin1 wei4
        比较 bi3 jiao4
        友谊 - yi4
        混淆 hun4 xiao2
        混沌 hun4 dun4
        混血 hun4 xue4
        混合 hun4 he2
        一会儿 yi2 hui4 er5
        女儿 nv3 er2
        婴儿 ying1 er2
        儿童 er2 -
        幼儿 you4 er2
        少儿 shao4 er2
        孤儿 gu1 er2
        胎儿 tai1 er2
        健儿 jian4 er2
        婴幼儿 - - er2
        幼儿园 you4 er2 -
        少女 shao4 nv3
        少数民族 shao3 shu4 - -
        数九 shu3 -
        一场 yi4 chang3
        场合 chang3 -
        不禁 bu4 jin1
        禁止 jin4 -
        情不自禁 - bu4 - jin1
        供不应求 gong1 bu2 ying4 -
        应接不暇 ying4 - bu4 -
        胜任 sheng4 ren4
        便宜行事 bian4 yi2 xing2 -
        不省人事 bu4 xing3 - -
        反省 - xing3
        省悟 xing3 -
        提防 di1 fang2
        堤防 di1 fang2
        校对 jiao4 -
        学校 - xiao4
        削减 xue1 -
        剥削 bo1 xue1
        剥皮 bao1 -
        生肖 - xiao4
        绿林 lu4 -
        鸭绿江 - lu4 -
        绿色 lv4 -
        三更半夜 - geng1 - -
        更新 geng1 -
        变更 - geng1
        更加 geng4 -
        自更新 zi4 geng1 -
        勉强 - qiang3
        给力 gei3 -
        供给 gong1 ji3
        补给 - ji3
        脉脉含情 mo4 mo4 - -
        一模一样 yi4 mu2 yi2 -
        模板 mu2 ban3
        模具 mu2 -
        宿舍 su4 she4
        星宿 - xiu4
        一宿 yi4 xiu3
        住宿 - su4
        臭味 chou4 -
        乳臭未干 - xiu4 - gan1
        塞纳河 sai4 - -
        阻塞 - se4
        堵塞 - se4
        拓片 ta4 -
        开拓 - tuo4
        纤维 xian1 -
        吓唬 xia4 hu5
        恐吓 - he4
        吓人 xia4 -
        旋转门 xuan2 zhuan3 -
        血晕 xie3 -
        头晕 - yun1
        晕车 yun4 -
        眩晕 - yun4
        红晕 - yun4
        载歌载舞 zai4 - zai4 -
        千载难逢 - zai3 - -
        三年五载 - - - zai3
        一年半载 yi4 - - zai3
        择菜 zhai2 -
        选择 - ze2
        粘贴 zhan1 -
        症结 zheng1 jie2
        症状 zheng4 -
        只身 zhi1 -
        只有 zhi3 -
        船只 - zhi1
        只是 zhi3 -
        中奖 zhong4 -
        集中 - zhong1
        作坊 zuo1 fang5
        工作 gong1 zuo4
        柞水 zha4 -
        钻石 zuan4 -
        钻研 zuan1 -
        石家庄 shi2 - -
        仔细 zi3 -
        牛仔 - zai3
        仔猪 zi3 -
        目的地 mu4 di4 di4
        所在地 - - di4
        发源地 - - di4
        根据地 - - di4
        殖民地 - - di4
        出生地 - - di4
        居住地 - - di4
        聚集地 - - di4
        旅游地 - - di4
        用地 - di4
        圣地 - di4
        胜地 - di4
        基地 - di4
        产地 - di4
        特地 - di4
        立地 - di4
        的确 di2 que4
        的士 di1 -
        打的 da3 di1
        目的 mu4 di4
        有的放矢 - di4 - -
        众矢之的 - - - di4
        标的 - di4
        取得 qu3 de2
        获得 huo4 de2
        赢得 ying2 de2
        博得 bo2 de2
        求得 qiu2 de2
        心得 xin1 de2
        难得 nan2 de2
        所得 suo3 de2
        得到 de2 -
        得出 de2 -
        不得不 bu4 de2 bu4
        不由得 bu4 you2 de5
        舍不得 she3 bu5 de5
        怪不得 guai4 bu5 de5
        巴不得 ba1 bu5 de5
        恨不得 hen4 bu5 de5
        来不及 lai2 bu5 ji2
        对不起 dui4 bu5 qi3
        差不多 cha4 bu5 duo1
        看不起 kan4 bu5 qi3
        了解 liao2 jie3
        不了解 bu4 liao2 jie3
        了不起 liao3 bu5 qi3
        大不了 da4 bu5 liao3
        一目了然 yi2 - liao3 -
        不一会儿 bu4 yi2 hui4 er5
        东西方 dong1 xi1 -
        东西部 dong1 xi1 -
        东西南北 dong1 xi1 - -
        东西两 dong1 xi1 -
        东西向 dong1 xi1 -
        地方政府 di4 fang1 - -
        地方性 di4 fang1 -
        地方财政 di4 fang1 - -
        地下室 di4 xia4 -
        地道战 di4 dao4 -
        兄弟姐妹 xiong1 di4 jie3 mei4
        大意失 da4 yi5 -
        温差 - cha1
        时差 - cha1
        级差 - cha1
        落差 - cha1
        反差 - cha1
        逆差 - cha1
        顺差 - cha1
        视差 - cha1
        方差 - cha1
        误差 - cha1
        偏差 - cha1
        公差 - cha1
        为重 wei2 -
        何应钦 - ying4 -
        脏腑 zang4 -
        五脏 - zang4
        五脏六腑 - zang4 - -
        脏器 zang4 -
        内脏 - zang4
        参谋长 - - zhang3
        总参谋长 - - - zhang3
        委员长 - - zhang3
        审计长 - - zhang3
        灵长类 - zhang3 -
        见长 - chang2
        空地导弹 kong1 - - -
        米芾 - fu2
        质朴 - pu3
        古朴 - pu3
        简朴 - pu3
        纯朴 - pu3
        淳朴 - pu3
        素朴 - pu3
        俭朴 - pu3
        浑朴 - pu3
        巴尔干 - - gan4
        费尔干纳 - - gan4 -
        法政 fa3 -
        罗布泊 - - po1
        湖泊 - po1
        血泊 - po1
        憎恶 - wu4
        天主教会 - - jiao4 -
        高教 - jiao4
        当月 dang4 -
        宁都 - du1
        宜都 - du1
        商都 - du1
        宋都 - du1
        曾都 zeng1 du1
        辈分 bei4 fen4
        大堡礁 - bao3 -
        廊坊 - fang2
        背着 bei1 zhe5
        海相 - xiang4
        唯唯诺诺 wei2 wei2 - -
        木杆 - gan1
        得失 de2 -
        得不到 de2 bu2 -
        得以 de2 -
        得知 de2 -
        得克萨斯 de2 - - -
        正当我 zheng4 dang1 -
        正当他 zheng4 dang1 -
        正当大 zheng4 dang1 -
        正当人 zheng4 dang1 -
        卡住 qia3 -
        几内亚湾 ji1 - - -
        塞纳 sai4 -
        怎么着 zen3 me5 zhe5
        懒洋洋 - yang2 yang2
        那末 na4 me5
        段落大意 - - da4 yi4
        人家 ren2 jia5
        孙子兵法 sun1 zi3 - -
        孔子 kong2 zi3
        老子 lao2 zi3
        孟子 meng4 zi3
        庄子 zhuang1 zi3
        孙子 sun1 zi5
        墨子 mo4 zi3
        荀子 xun2 zi3
        韩非子 - - zi3
        鬼谷子 - - zi3
        原子 - zi3
        电子 - zi3
        量子 liang4 zi3
        粒子 - zi3
        质子 - zi3
        中子 zhong1 zi3
        离子 - zi3
        因子 - zi3
        光子 - zi3
        夸克 kua1 -
        王子 - zi3
        太子 - zi3
        公子 - zi3
        君子 - zi3
        弟子 - zi3
        女子 nv2 zi3
        男子 - zi3
        学子 - zi3
        父子 - zi3
        母子 mu2 zi3
        亲子 - zi3
        天子 - zi3
        才子 - zi3
        浪子 - zi3
        游子 - zi3
        孝子 - zi3
        赤子 - zi3
        臣子 - zi3
        妻子 qi1 zi5
        独生子 - - zi3
        瓜子 - zi3
        莲子 - zi3
        鱼子酱 - zi3 -
        精子 - zi3
        卵子 - zi3
        种子 zhong3 zi5
        子女 zi2 nv3
        彼得 bi3 de2
        圣彼得堡 - bi3 de2 -
        彼得堡 bi3 de2 -
        亚得里亚海 - de2 - - -
        欧几里得 - ji3 li3 de2
        乍得 - de2
        佛得角 fo2 de2 -
        罗得岛 - de2 -
        争得 - de2
        夺得 - de2
        征得 - de2
        既得 - de2
        看得见 - de5 -
        信得过 - de5 -
        过得去 - de5 -
        怨不得 - bu5 de5
        由不得 - bu4 de5
        使不得 - bu5 de5
        说不得 - bu5 de5
        找着 zhao3 zhe5
        找着了 zhao3 zhao2 le5
        了结 liao3 jie2
        任先生 ren2 - -
        任小姐 ren2 - -
        任老师 ren2 - -
        任女士 ren2 - -
        任教授 ren2 - -
        在校对 - jiao4 -
        什刹海 shi2 cha4 -
        """
}

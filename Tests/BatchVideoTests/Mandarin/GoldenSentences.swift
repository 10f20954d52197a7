/// Sentences and how they are read, each checked by hand against 现代汉语词典 (7th edition).
enum GoldenSentences {
    static let all: [(String, String)] = {
        let lines = text.split(separator: "\n").map(String.init)
        return stride(from: 0, to: lines.count - 1, by: 2).map { (lines[$0], lines[$0 + 1]) }
    }()

    private static let text = """
        老人们常说，秋天要注意保暖，早晚温差大，出门得多穿一件衣服。
        lao3 ren2 men5 chang2 shuo1 | qiu1 tian1 yao4 zhu4 yi4 bao2 nuan3 | zao2 wan3 wen1 cha1 da4 | chu1 men2 dei3 duo1 chuan1 yi2 jian4 yi1 fu5
        每天早上起来喝一杯温水，对身体有好处，还能促进血液循环。
        mei3 tian1 zao3 shang5 qi3 lai5 he1 yi4 bei1 wen1 shui3 | dui4 shen1 ti3 you2 hao3 chu5 | hai2 neng2 cu4 jin4 xue4 ye4 xun2 huan2
        中医认为，脾胃是后天之本，调理脾胃要从饮食开始。
        zhong1 yi1 ren4 wei2 | pi2 wei4 shi4 hou4 tian1 zhi1 ben3 | tiao2 li3 pi2 wei4 yao4 cong2 yin3 shi2 kai1 shi3
        他长得很像他的父亲，长大以后也当了一名医生。
        ta1 zhang3 de5 hen3 xiang4 ta1 de5 fu4 qin1 | zhang3 da4 yi3 hou4 ye3 dang1 le5 yi4 ming2 yi1 sheng1
        这个孩子长高了不少，头发也长了，该理发了。
        zhe4 ge5 hai2 zi5 zhang3 gao1 le5 bu4 shao3 | tou2 fa5 ye3 chang2 le5 | gai1 li3 fa4 le5
        我的头发长得很快，一个月就得剪一次。
        wo3 de5 tou2 fa5 zhang3 de5 hen3 kuai4 | yi2 ge4 yue4 jiu4 dei2 jian3 yi2 ci4
        银行行长在会上说，今年的贷款增长得太快，风险也在增长。
        yin2 hang2 hang2 zhang3 zai4 hui4 shang4 shuo1 | jin1 nian2 de5 dai4 kuan3 zeng1 zhang3 de5 tai4 kuai4 | feng1 xian2 ye3 zai4 zeng1 zhang3
        这家银行的行情不错，各行各业都有自己的行规。
        zhe4 jia1 yin2 hang2 de5 hang2 qing2 bu2 cuo4 | ge4 hang2 ge4 ye4 dou1 you3 zi4 ji3 de5 hang2 gui1
        他重新调整了计划，重点放在产品质量上。
        ta1 chong2 xin1 tiao2 zheng3 le5 ji4 hua4 | zhong4 dian3 fang4 zai4 chan2 pin3 zhi4 liang4 shang4
        双重标准让人很难接受，重重困难也没有压倒他。
        shuang1 chong2 biao1 zhun3 rang4 ren2 hen3 nan2 jie1 shou4 | chong2 chong2 kun4 nan2 ye3 mei2 you3 ya1 dao3 ta1
        他还没还我钱，还说过几天再还。
        ta1 hai2 mei2 hai2 wo3 qian2 | hai2 shuo1 guo4 ji3 tian1 zai4 hai2
        图书馆的书要按时归还，还书的时候要带上借书证。
        tu2 shu1 guan3 de5 shu1 yao4 an4 shi2 gui1 huan2 | huan2 shu1 de5 shi2 hou5 yao4 dai4 shang4 jie4 shu1 zheng4
        我们都是首都师范大学的学生，都喜欢这座都市。
        wo3 men5 dou1 shi4 shou3 du1 shi1 fan4 da4 xue2 de5 xue2 sheng5 | dou1 xi3 huan5 zhe4 zuo4 du1 shi4
        他把东西落在出租车上了，飞机已经降落。
        ta1 ba3 dong1 xi5 luo4 zai4 chu1 zu1 che1 shang4 le5 | fei1 ji1 yi3 jing1 jiang4 luo4
        这几天没睡好觉，觉得特别累，积累的工作也很多。
        zhe4 ji3 tian1 mei2 shui4 hao3 jiao4 | jue2 de5 te4 bie2 lei4 | ji1 lei3 de5 gong1 zuo4 ye2 hen3 duo1
        只有一只猫在屋里，它只吃鱼，不吃别的。
        zhi2 you3 yi4 zhi1 mao1 zai4 wu1 li3 | ta1 zhi3 chi1 yu2 | bu4 chi1 bie2 de5
        两只小鸟落在树枝上，只听见它们叽叽喳喳地叫。
        liang3 zhi1 xiao2 niao3 luo4 zai4 shu4 zhi1 shang4 | zhi3 ting1 jian4 ta1 men5 ji1 ji1 zha1 zha1 de5 jiao4
        他只是一个普通的工人，却为国家做出了巨大贡献。
        ta1 zhi3 shi4 yi2 ge4 pu3 tong1 de5 gong1 ren2 | que4 wei4 guo2 jia1 zuo4 chu1 le5 ju4 da4 gong4 xian4
        为了孩子的未来，父母为他付出了很多。
        wei4 le5 hai2 zi5 de5 wei4 lai2 | fu4 mu3 wei4 ta1 fu4 chu1 le5 hen3 duo1
        他被称为人民的艺术家，为人民服务了一辈子。
        ta1 bei4 cheng1 wei2 ren2 min2 de5 yi4 shu4 jia1 | wei4 ren2 min2 fu2 wu4 le5 yi2 bei4 zi5
        因为下雨，比赛改为明天举行，以免为大家带来不便。
        yin1 wei4 xia4 yu3 | bi3 sai4 gai3 wei2 ming2 tian1 ju3 xing2 | yi2 mian3 wei4 da4 jia1 dai4 lai2 bu2 bian4
        面积约为三百平方米，价格为每平方米五万元。
        mian4 ji1 yue1 wei2 san1 bai3 ping2 fang1 mi3 | jia4 ge2 wei2 mei3 ping2 fang1 mi2 wu3 wan4 yuan2
        这件事与我无关，我不参与，也不会与他争论。
        zhe4 jian4 shi4 yu2 wo3 wu2 guan1 | wo3 bu4 can1 yu4 | ye3 bu2 hui4 yu3 ta1 zheng1 lun4
        当老师的时候，他总是把学生当作自己的孩子。
        dang1 lao3 shi1 de5 shi2 hou5 | ta1 zong3 shi4 ba3 xue2 sheng5 dang4 zuo4 zi4 ji3 de5 hai2 zi5
        你别上当，他当年就是这样骗人的。
        ni3 bie2 shang4 dang4 | ta1 dang1 nian2 jiu4 shi4 zhe4 yang4 pian4 ren2 de5
        当你感到孤独的时候，请记得有人在爱你。
        dang1 ni2 gan3 dao4 gu1 du2 de5 shi2 hou5 | qing3 ji4 de5 you3 ren2 zai4 ai4 ni3
        他一口气跑了五公里，累得气喘吁吁，坐在地上起不来。
        ta1 yi4 kou3 qi5 pao3 le5 wu3 gong1 li3 | lei4 de5 qi4 chuan3 xu1 xu1 | zuo4 zai4 di4 shang5 qi3 bu5 lai2
        慢慢地走，静静地看，你会发现生活中处处都有美。
        man4 man4 de5 zou3 | jing4 jing4 de5 kan4 | ni3 hui4 fa1 xian4 sheng1 huo2 zhong1 chu4 chu4 dou1 you2 mei3
        他高兴地跳了起来，激动地握住了我的手。
        ta1 gao1 xing4 de5 tiao4 le5 qi3 lai5 | ji1 dong4 de5 wo4 zhu4 le5 wo3 de5 shou3
        这块地种的是小麦，那块地种了很多种蔬菜。
        zhe4 kuai4 di4 zhong4 de5 shi4 xiao3 mai4 | na4 kuai4 di4 zhong4 le5 hen3 duo1 zhong3 shu1 cai4
        农民正在地里种树，这种树长得很快。
        nong2 min2 zheng4 zai4 di4 li3 zhong4 shu4 | zhe4 zhong3 shu4 zhang3 de5 hen3 kuai4
        各种各样的花都开了，种类非常多。
        ge4 zhong3 ge4 yang4 de5 hua1 dou1 kai1 le5 | zhong3 lei4 fei1 chang2 duo1
        他转过身，看见地球仪在转，转了一圈又一圈。
        ta1 zhuan3 guo4 shen1 | kan4 jian4 di4 qiu2 yi2 zai4 zhuan4 | zhuan4 le5 yi4 quan1 you4 yi4 quan1
        音乐会上，乐队演奏了一首快乐的乐曲，观众都乐了。
        yin1 yue4 hui4 shang4 | yue4 dui4 yan3 zou4 le5 yi4 shou3 kuai4 le4 de5 yue4 qu3 | guan1 zhong4 dou1 le4 le5
        他乐于助人，知足常乐，是个乐天派。
        ta1 le4 yu2 zhu4 ren2 | zhi1 zu2 chang2 le4 | shi4 ge4 le4 tian1 pai4
        这首曲子很好听，歌曲的曲调也不复杂，但曲线有点弯曲。
        zhe4 shou2 qu3 zi5 hen2 hao3 ting1 | ge1 qu3 de5 qu3 diao4 ye3 bu2 fu4 za2 | dan4 qu1 xian4 you2 dian3 wan1 qu1
        他数学很好，从一数到一百只要十几秒，数一数二。
        ta1 shu4 xue2 hen2 hao3 | cong2 yi1 shu3 dao4 yi4 bai2 zhi3 yao4 shi2 ji2 miao3 | shu3 yi4 shu3 er4
        天上的星星数不清，数量多得不可胜数。
        tian1 shang5 de5 xing1 xing5 shu3 bu5 qing1 | shu4 liang4 duo1 de5 bu4 ke3 sheng4 shu3
        他兴奋地说，今天真高兴，兴趣爱好让生活更有趣。
        ta1 xing1 fen4 de5 shuo1 | jin1 tian1 zhen1 gao1 xing4 | xing4 qu4 ai4 hao4 rang4 sheng1 huo2 geng4 you3 qu4
        这个答案是错的，应该说他没有答应我的要求。
        zhe4 ge5 da2 an4 shi4 cuo4 de5 | ying1 gai1 shuo1 ta1 mei2 you3 da1 ying5 wo3 de5 yao1 qiu2
        他要求我们不要迟到，要是迟到了就要罚款。
        ta1 yao1 qiu2 wo3 men5 bu2 yao4 chi2 dao4 | yao4 shi4 chi2 dao4 le5 jiu4 yao4 fa2 kuan3
        空气很好，有空的时候可以去郊外走走，填补一下空白。
        kong1 qi4 hen2 hao3 | you3 kong4 de5 shi2 hou5 ke2 yi3 qu4 jiao1 wai4 zou2 zou5 | tian2 bu3 yi2 xia4 kong4 bai2
        教练教我们游泳，教室里坐满了人，老师正在教课。
        jiao4 lian4 jiao1 wo3 men5 you2 yong3 | jiao4 shi4 li3 zuo4 man3 le5 ren2 | lao3 shi1 zheng4 zai4 jiao1 ke4
        假如明天放假，我就去看看那家假日酒店，不知道是真是假。
        jia3 ru2 ming2 tian1 fang4 jia4 | wo3 jiu4 qu4 kan4 kan5 na4 jia1 jia4 ri4 jiu3 dian4 | bu4 zhi1 dao5 shi4 zhen1 shi4 jia3
        会计正在开会，一会儿就会过来，你等一会儿。
        kuai4 ji4 zheng4 zai4 kai1 hui4 | yi2 hui4 er5 jiu4 hui4 guo4 lai5 | ni2 deng3 yi2 hui4 er5
        他处处为别人着想，把问题处理得很好，大家和他相处得不错。
        ta1 chu4 chu4 wei4 bie2 ren2 zhuo2 xiang3 | ba3 wen4 ti2 chu2 li3 de5 hen2 hao3 | da4 jia1 he2 ta1 xiang1 chu3 de5 bu2 cuo4
        他的好学精神值得学习，好奇心也很强，是个好学生。
        ta1 de5 hao4 xue2 jing1 shen2 zhi2 de5 xue2 xi2 | hao4 qi2 xin1 ye2 hen3 qiang2 | shi4 ge4 hao4 xue2 sheng5
        这个便宜的东西很方便，随便你怎么用。
        zhe4 ge5 pian2 yi5 de5 dong1 xi5 hen3 fang1 bian4 | sui2 bian4 ni2 zen3 me5 yong4
        我差点儿忘了，今天要出差，路程差不多有一千公里。
        wo3 cha4 dian3 er5 wang4 le5 | jin1 tian1 yao4 chu1 chai1 | lu4 cheng2 cha4 bu5 duo1 you3 yi4 qian1 gong1 li3
        这两个数字相差很大，差别在于计算方法，误差不能超过百分之五。
        zhe4 liang3 ge4 shu4 zi4 xiang1 cha4 hen3 da4 | cha1 bie2 zai4 yu2 ji4 suan4 fang1 fa3 | wu4 cha1 bu4 neng2 chao1 guo4 bai3 fen1 zhi1 wu3
        医生给他量了血压，又量了体温，药的剂量不能太大。
        yi1 sheng1 gei3 ta1 liang2 le5 xue4 ya1 | you4 liang2 le5 ti3 wen1 | yao4 de5 ji4 liang4 bu4 neng2 tai4 da4
        他的力量很大，饭量也大，可以说是不自量力。
        ta1 de5 li4 liang5 hen3 da4 | fan4 liang4 ye3 da4 | ke2 yi3 shuo1 shi4 bu2 zi4 liang4 li4
        他沉没在海底的宝藏里，却没有找到任何东西。
        ta1 chen2 mo4 zai4 hai2 di3 de5 bao3 zang4 li3 | que4 mei2 you2 zhao3 dao4 ren4 he2 dong1 xi5
        这座宿舍楼住着几百名学生，他舍不得离开。
        zhe4 zuo4 su4 she4 lou2 zhu4 zhe5 ji2 bai3 ming2 xue2 sheng5 | ta1 she3 bu5 de5 li2 kai1
        树木茂盛，他盛了一碗汤，盛情招待客人。
        shu4 mu4 mao4 sheng4 | ta1 cheng2 le5 yi4 wan3 tang1 | sheng4 qing2 zhao1 dai4 ke4 ren2
        他背着书包去上学，背后有人叫他，他正在背课文。
        ta1 bei1 zhe5 shu1 bao1 qu4 shang4 xue2 | bei4 hou4 you3 ren2 jiao4 ta1 | ta1 zheng4 zai4 bei4 ke4 wen2
        这个箱子太重了，我背不动，你来背吧。
        zhe4 ge5 xiang1 zi5 tai4 zhong4 le5 | wo3 bei4 bu5 dong4 | ni3 lai2 bei4 ba5
        散步的时候，他的头发散了，手里的文件也散落一地。
        san4 bu4 de5 shi2 hou5 | ta1 de5 tou2 fa5 san4 le5 | shou3 li5 de5 wen2 jian4 ye3 san4 luo4 yi2 di4
        他系着领带，系上安全带，联系了中文系的同学。
        ta1 ji4 zhe5 ling3 dai4 | ji4 shang4 an1 quan2 dai4 | lian2 xi4 le5 zhong1 wen2 xi4 de5 tong2 xue2
        照相机照出来的相片很清楚，大家互相看了看。
        zhao4 xiang4 ji1 zhao4 chu1 lai5 de5 xiang4 pian4 hen3 qing1 chu5 | da4 jia1 hu4 xiang1 kan4 le5 kan4
        将军率领部队，他的效率很高，草率的决定会带来损失。
        jiang1 jun1 shuai4 ling3 bu4 dui4 | ta1 de5 xiao4 lv4 hen3 gao1 | cao3 shuai4 de5 jue2 ding4 hui4 dai4 lai2 sun3 shi1
        他为人正直，正月里还在工作，正好赶上了正式会议。
        ta1 wei2 ren2 zheng4 zhi2 | zheng1 yue4 li3 hai2 zai4 gong1 zuo4 | zheng4 hao2 gan3 shang4 le5 zheng4 shi4 hui4 yi4
        中国队打中了目标，他中了大奖，中午在家中庆祝。
        zhong1 guo2 dui4 da3 zhong4 le5 mu4 biao1 | ta1 zhong1 le5 da4 jiang3 | zhong1 wu3 zai4 jia1 zhong1 qing4 zhu4
        他着急地找着钥匙，睡着了的孩子穿着睡衣。
        ta1 zhao2 ji2 de5 zhao3 zhe5 yao4 shi5 | shui4 zhao2 le5 de5 hai2 zi5 chuan1 zhe5 shui4 yi1
        别着急，慢慢来，你看着办，我等着你。
        bie2 zhao2 ji2 | man4 man4 lai2 | ni3 kan4 zhe5 ban4 | wo2 deng3 zhe5 ni3
        他着手处理这件事，着重说明了原因。
        ta1 zhuo2 shou3 chu2 li3 zhe4 jian4 shi4 | zhuo2 zhong4 shuo1 ming2 le5 yuan2 yin1
        飞机着陆的时候，他正望着窗外，感到有点着凉。
        fei1 ji1 zhuo2 lu4 de5 shi2 hou5 | ta1 zheng4 wang4 zhe5 chuang1 wai4 | gan3 dao4 you2 dian3 zhao2 liang2
        了解情况以后，他了结了这件事，心里轻松了不少。
        liao2 jie3 qing2 kuang4 yi3 hou4 | ta1 liao3 jie2 le5 zhe4 jian4 shi4 | xin1 li5 qing1 song1 le5 bu4 shao3
        这件事我办不了，你去找他，他肯定办得了。
        zhe4 jian4 shi4 wo3 ban4 bu5 liao3 | ni3 qu4 zhao3 ta1 | ta1 ken3 ding4 ban4 de5 liao3
        忘不了那年夏天，我们一起看过的海。
        wang4 bu5 liao3 na4 nian2 xia4 tian1 | wo3 men5 yi4 qi3 kan4 guo4 de5 hai3
        你受得了吗？我可受不了这么冷的天气。
        ni3 shou4 de5 liao3 ma5 | wo2 ke3 shou4 bu5 liao3 zhe4 me5 leng3 de5 tian1 qi4
        他得了第一名，得到了老师的表扬，心里美得很。
        ta1 de2 le5 di4 yi1 ming2 | de2 dao4 le5 lao3 shi1 de5 biao3 yang2 | xin1 li5 mei3 de5 hen3
        你得早点儿睡，不然明天起不来，得不偿失。
        ni2 dei3 zao2 dian3 er5 shui4 | bu4 ran2 ming2 tian1 qi3 bu5 lai2 | de2 bu4 chang2 shi1
        这件事得从头说起，得由他来决定。
        zhe4 jian4 shi4 dei3 cong2 tou2 shuo1 qi3 | dei3 you2 ta1 lai2 jue2 ding4
        我觉得你说得对，但是还得再考虑考虑。
        wo3 jue2 de5 ni3 shuo1 de5 dui4 | dan4 shi4 hai2 dei3 zai4 kao3 lv4 kao3 lv4
        说得好，做得更好，这才是难得的人才。
        shuo1 de5 hao3 | zuo4 de5 geng4 hao3 | zhe4 cai2 shi4 nan2 de2 de5 ren2 cai2
        他急得团团转，不得不承认自己错了。
        ta1 ji2 de5 tuan2 tuan2 zhuan4 | bu4 de2 bu4 cheng2 ren4 zi4 ji3 cuo4 le5
        目的地到了，这是一个有的放矢的计划，的确很好。
        mu4 di4 di4 dao4 le5 | zhe4 shi4 yi2 ge4 you3 di4 fang4 shi3 de5 ji4 hua4 | di2 que4 hen2 hao3
        他打的去了机场，的士司机很热情。
        ta1 da3 di1 qu4 le5 ji1 chang3 | di1 shi4 si1 ji1 hen3 re4 qing2
        石头上长满了青苔，他的舌苔也有点厚。
        shi2 tou5 shang4 zhang2 man3 le5 qing1 tai2 | ta1 de5 she2 tai1 ye2 you2 dian3 hou4
        咖啡馆里放着音乐，我要了一杯咖啡和一块蛋糕。
        ka1 fei1 guan2 li3 fang4 zhe5 yin1 yue4 | wo3 yao4 le5 yi4 bei1 ka1 fei1 he2 yi2 kuai4 dan4 gao1
        他和面的时候，我在和他说话，曲高和寡。
        ta1 huo2 mian4 de5 shi2 hou5 | wo3 zai4 he2 ta1 shuo1 hua4 | qu3 gao1 he4 gua3
        天气暖和了，大家都出来晒太阳，附和着唱起歌来。
        tian1 qi4 nuan3 huo5 le5 | da4 jia1 dou1 chu1 lai5 shai4 tai4 yang5 | fu4 he4 zhe5 chang4 qi3 ge1 lai2
        这条路弯弯曲曲，折腾了半天才到，花了不少钱，打了折也不便宜。
        zhe4 tiao2 lu4 wan1 wan1 qu1 qu1 | zhe1 teng5 le5 ban4 tian1 cai2 dao4 | hua1 le5 bu4 shao3 qian2 | da3 le5 zhe2 ye3 bu4 pian2 yi5
        他咽了咽口水，咽喉有点疼，说话哽咽了。
        ta1 yan4 le5 yan4 kou2 shui3 | yan1 hou2 you2 dian3 teng2 | shuo1 hua4 geng3 ye4 le5
        她削了一个苹果，剥削阶级早已被推翻。
        ta1 xue1 le5 yi2 ge4 ping2 guo3 | bo1 xue1 jie1 ji2 zao2 yi3 bei4 tui1 fan1
        他们俩的角色很重要，主角和配角都演得好，站在角落里的是导演。
        ta1 men5 lia3 de5 jue2 se4 hen3 zhong4 yao4 | zhu3 jue2 he2 pei4 jue2 dou1 yan3 de5 hao3 | zhan4 zai4 jiao3 luo4 li3 de5 shi4 dao2 yan3
        我喜欢看书，看门的大爷在看守仓库，奶奶在家看孩子。
        wo2 xi3 huan5 kan4 shu1 | kan1 men2 de5 da4 ye2 zai4 kan1 shou3 cang1 ku4 | nai3 nai5 zai4 jia1 kan4 hai2 zi5
        这种药不能吃，吃了会吐，呕吐得厉害要去医院。
        zhe4 zhong3 yao4 bu4 neng2 chi1 | chi1 le5 hui4 tu3 | ou3 tu4 de5 li4 hai5 yao4 qu4 yi1 yuan4
        他提着一壶水，提防着小偷，提高了警惕。
        ta1 ti2 zhe5 yi4 hu2 shui3 | di1 fang5 zhe5 xiao3 tou1 | ti2 gao1 le5 jing3 ti4
        快艇在湖泊里行驶，漂泊的人停泊在港口。
        kuai4 ting3 zai4 hu2 po1 li3 xing2 shi3 | piao1 bo2 de5 ren2 ting2 bo2 zai4 gang2 kou3
        她长着一双大眼睛，漂亮极了，衣服漂白了，像一叶扁舟在水上漂。
        ta1 zhang3 zhe5 yi4 shuang1 da4 yan3 jing5 | piao4 liang5 ji2 le5 | yi1 fu5 piao3 bai2 le5 | xiang4 yi2 ye4 pian1 zhou1 zai4 shui3 shang4 piao1
        他撒谎说自己撒了一地的种子。
        ta1 sa1 huang3 shuo1 zi4 ji2 sa3 le5 yi1 di4 de5 zhong3 zi5
        他扎着辫子，挣扎着站了起来，扎实地完成了任务。
        ta1 za1 zhe5 bian4 zi5 | zheng1 zha2 zhe5 zhan4 le5 qi3 lai5 | zha1 shi5 de5 wan2 cheng2 le5 ren4 wu5
        炸鸡和炸薯条很香，但是炸弹很危险。
        zha2 ji1 he2 zha2 shu3 tiao2 hen3 xiang1 | dan4 shi4 zha4 dan4 hen3 wei1 xian3
        他每天都挣钱养家，挣了不少，不用再挣扎了。
        ta1 mei3 tian1 dou1 zheng4 qian2 yang3 jia1 | zheng4 le5 bu4 shao3 | bu2 yong4 zai4 zheng1 zha2 le5
        重阳节登高，重庆的山城夜景重现眼前，体重也轻了。
        chong2 yang2 jie2 deng1 gao1 | chong2 qing4 de5 shan1 cheng2 ye4 jing3 chong2 xian4 yan3 qian2 | ti3 zhong4 ye3 qing1 le5
        朝阳升起，朝气蓬勃的年轻人朝着太阳走去，唐朝是一个伟大的朝代。
        zhao1 yang2 sheng1 qi3 | zhao1 qi4 peng2 bo2 de5 nian2 qing1 ren2 chao2 zhe5 tai4 yang5 zou3 qu4 | tang2 chao2 shi4 yi2 ge4 wei3 da4 de5 chao2 dai4
        他传给我一本《水浒传》，传说中的英雄自传。
        ta1 chuan2 gei2 wo3 yi4 ben3 shui2 hu3 zhuan4 | chuan2 shuo1 zhong1 de5 ying1 xiong2 zi4 zhuan4
        他降落在投降的敌军阵地上，气温下降了，降龙十八掌。
        ta1 jiang4 luo4 zai4 tou2 xiang2 de5 di2 jun1 zhen4 di4 shang4 | qi4 wen1 xia4 jiang4 le5 | xiang2 long2 shi2 ba1 zhang3
        将来他要当将军，即将毕业的他将要出国。
        jiang1 lai2 ta1 yao4 dang1 jiang1 jun1 | ji2 jiang1 bi4 ye4 de5 ta1 jiang1 yao4 chu1 guo2
        她解开了扣子，解释了原因，押解犯人的解差。
        ta1 jie3 kai1 le5 kou4 zi5 | jie3 shi4 le5 yuan2 yin1 | ya1 jie4 fan4 ren2 de5 jie4 chai1
        屋里很闷，天气闷热，他闷闷不乐。
        wu1 li2 hen3 men4 | tian1 qi4 men1 re4 | ta1 men4 men4 bu2 le4
        这匹马很难驯服，难民们遇到了困难，遭了难。
        zhe4 pi3 ma2 hen3 nan2 xun4 fu2 | nan4 min2 men5 yu4 dao4 le5 kun4 nan2 | zao1 le5 nan4
        宁可少挣点钱，也要过宁静的生活，宁愿如此。
        ning4 ke2 shao3 zheng4 dian3 qian2 | ye3 yao4 guo4 ning2 jing4 de5 sheng1 huo2 | ning4 yuan4 ru2 ci3
        他强迫自己坚强，勉强笑了笑，脾气倔强。
        ta1 qiang3 po4 zi4 ji3 jian1 qiang2 | mian2 qiang3 xiao4 le5 xiao4 | pi2 qi5 jue2 jiang4
        亲家母亲自来了，亲切地问候大家。
        qing4 jia5 mu3 qin1 zi4 lai2 le5 | qin1 qie4 de5 wen4 hou4 da4 jia1
        他任性地离开了，任务交给了任先生。
        ta1 ren4 xing4 de5 li2 kai1 le5 | ren4 wu5 jiao1 gei3 le5 ren2 xian1 sheng5
        丧事办完了，他丧失了信心，垂头丧气。
        sang1 shi4 ban4 wan2 le5 | ta1 sang4 shi1 le5 xin4 xin1 | chui2 tou2 sang4 qi4
        他似乎很累，像没事似的，似是而非。
        ta1 si4 hu1 hen3 lei4 | xiang4 mei2 shi4 shi4 de5 | si4 shi4 er2 fei1
        识字的人不多，要学会标识，博闻强识。
        shi2 zi4 de5 ren2 bu4 duo1 | yao4 xue2 hui4 biao1 shi2 | bo2 wen2 qiang2 zhi4
        他应聘了一家公司，应届毕业生，应有尽有，应接不暇，有求必应。
        ta1 ying4 pin4 le5 yi4 jia1 gong1 si1 | ying1 jie4 bi4 ye4 sheng1 | ying1 you3 jin4 you3 | ying4 jie1 bu4 xia2 | you3 qiu2 bi4 ying4
        这事由你做主，不由得让人佩服。
        zhe4 shi4 you2 ni3 zuo4 zhu3 | bu4 you2 de5 rang4 ren2 pei4 fu5
        校长在校对书稿，学校的校门。
        xiao4 zhang3 zai4 jiao4 dui4 shu1 gao3 | xue2 xiao4 de5 xiao4 men2
        血压高要少吃盐，流了一点血，鲜血直流。
        xue4 ya1 gao1 yao4 shao3 chi1 yan2 | liu2 le5 yi4 dian3 xue4 | xian1 xue4 zhi2 liu2
        他约了朋友，用秤约一约。
        ta1 yue1 le5 peng2 you5 | yong4 cheng4 yue1 yi5 yue1
        载着乘客的车，一年半载，记载了历史，载歌载舞。
        zai4 zhe5 cheng2 ke4 de5 che1 | yi4 nian2 ban4 zai3 | ji4 zai3 le5 li4 shi3 | zai4 ge1 zai4 wu3
        脏东西弄脏了衣服，心脏不好，五脏六腑。
        zang1 dong1 xi5 nong4 zang1 le5 yi1 fu5 | xin1 zang4 bu4 hao3 | wu3 zang4 liu4 fu3
        涨价了，脸涨得通红，涨潮。
        zhang3 jia4 le5 | lian3 zhang4 de5 tong1 hong2 | zhang3 chao2
        天气转凉了，转眼就到了冬天，车轮飞转。
        tian1 qi4 zhuan3 liang2 le5 | zhuan2 yan3 jiu4 dao4 le5 dong1 tian1 | che1 lun2 fei1 zhuan4
        作坊里的作品，作息时间，自作自受。
        zuo1 fang5 li3 de5 zuo4 pin3 | zuo4 xi1 shi2 jian1 | zi4 zuo4 zi4 shou4
        什么是爱？什刹海在北京，为什么不去看看？
        shen2 me5 shi4 ai4 | shi2 cha4 hai3 zai4 bei3 jing1 | wei4 shen2 me5 bu2 qu4 kan4 kan5
        十字路口，十八个人，三十一天，一百二十一块。
        shi2 zi4 lu4 kou3 | shi2 ba1 ge4 ren2 | san1 shi2 yi1 tian1 | yi4 bai3 er4 shi2 yi1 kuai4
        一心一意，一模一样，一天一次，第一次，一九九七年，十一月一日，统一，万一，一一说明。
        yi4 xin1 yi2 yi4 | yi4 mu2 yi2 yang4 | yi4 tian1 yi2 ci4 | di4 yi1 ci4 | yi1 jiu2 jiu3 qi1 nian2 | shi2 yi1 yue4 yi1 ri4 | tong3 yi1 | wan4 yi1 | yi1 yi1 shuo1 ming2
        不是不说，是不能说，不要紧，好不好，不一定，不见不散，不三不四。
        bu2 shi4 bu4 shuo1 | shi4 bu4 neng2 shuo1 | bu2 yao4 jin3 | hao3 bu5 hao3 | bu4 yi2 ding4 | bu2 jian4 bu2 san4 | bu4 san1 bu2 si4
        去不去，看一看，试一试，走一走，差不多，了不起，对不起，来不及。
        qu4 bu5 qu4 | kan4 yi5 kan4 | shi4 yi5 shi4 | zou3 yi5 zou3 | cha4 bu5 duo1 | liao3 bu5 qi3 | dui4 bu5 qi3 | lai2 bu5 ji2
        你好，我很好，也很想你，请你给我买五把雨伞。
        ni2 hao3 | wo3 hen2 hao3 | ye3 hen2 xiang2 ni3 | qing3 ni2 gei3 wo2 mai3 wu2 ba3 yu2 san3
        我也想买两本好书，老李想请你吃午饭，小组长很友好。
        wo2 ye2 xiang3 mai2 liang3 ben2 hao3 shu1 | lao3 li2 xiang3 qing2 ni3 chi1 wu3 fan4 | xiao3 zu2 zhang2 hen3 you2 hao3
        展览馆里有很多古董，手写体，洗脸水，水彩笔，纸老虎，老保守，厂党委，小老鼠。
        zhan2 lan3 guan2 li3 you2 hen3 duo1 gu2 dong3 | shou2 xie2 ti3 | xi3 lian2 shui3 | shui2 cai2 bi3 | zhi3 lao2 hu3 | lao3 bao2 shou3 | chang3 dang2 wei3 | xiao3 lao2 shu3
        我想请你写几首好诗。
        wo2 xiang2 qing3 ni2 xie3 ji2 shou2 hao3 shi1
        花儿开了，一块儿玩儿，哪儿有好吃的？这儿那儿都是人，女儿和儿子，小孩儿，婴儿，事儿不大，有点儿冷。
        hua1 er5 kai1 le5 | yi2 kuai4 er5 wan2 er5 | na3 er5 you2 hao3 chi1 de5 | zhe4 er5 na4 er5 dou1 shi4 ren2 | nv3 er2 he2 er2 zi5 | xiao3 hai2 er5 | ying1 er2 | shi4 er5 bu2 da4 | you2 dian3 er5 leng3
        爸爸妈妈，爷爷奶奶，哥哥姐姐，弟弟妹妹，叔叔阿姨，外公外婆，太太，宝宝，星星，娃娃。
        ba4 ba5 ma1 ma5 | ye2 ye5 nai3 nai5 | ge1 ge5 jie3 jie5 | di4 di5 mei4 mei5 | shu1 shu5 a1 yi2 | wai4 gong1 wai4 po2 | tai4 tai5 | bao3 bao5 | xing1 xing5 | wa2 wa5
        桌子椅子凳子，石头木头骨头馒头，里头外头，上面下面，这边那边，我们你们他们，朋友们。
        zhuo1 zi5 yi3 zi5 deng4 zi5 | shi2 tou5 mu4 tou5 gu3 tou5 man2 tou5 | li3 tou5 wai4 tou5 | shang4 mian5 xia4 mian5 | zhe4 bian5 na4 bian5 | wo3 men5 ni3 men5 ta1 men5 | peng2 you5 men5
        我想想，你看看，听听音乐，说说话，试试看，谢谢，等等我，研究研究，商量商量，打听打听。
        wo3 xiang2 xiang5 | ni3 kan4 kan5 | ting1 ting5 yin1 yue4 | shuo1 shuo5 hua4 | shi4 shi5 kan4 | xie4 xie5 | deng2 deng5 wo3 | yan2 jiu1 yan2 jiu1 | shang1 liang5 shang1 liang5 | da3 ting5 da3 ting5
        葡萄、西瓜、萝卜、豆腐、黄瓜、蘑菇、玉米、核桃、石榴、樱桃。
        pu2 tao5 | xi1 gua1 | luo2 bo5 | dou4 fu5 | huang2 gua1 | mo2 gu5 | yu4 mi3 | he2 tao5 | shi2 liu5 | ying1 tao5
        眼睛、耳朵、鼻子、嘴巴、眉毛、头发、脖子、肩膀、胳膊、指甲、屁股、脑袋。
        yan3 jing5 | er3 duo5 | bi2 zi5 | zui3 ba5 | mei2 mao5 | tou2 fa5 | bo2 zi5 | jian1 bang3 | ge1 bo5 | zhi3 jia5 | pi4 gu5 | nao3 dai5
        早上、晚上、上午、中午、时候、日子、事情、消息、意思、关系、名字、故事、笑话、脾气、力气、客气、运气。
        zao3 shang5 | wan3 shang5 | shang4 wu3 | zhong1 wu3 | shi2 hou5 | ri4 zi5 | shi4 qing5 | xiao1 xi5 | yi4 si5 | guan1 xi5 | ming2 zi5 | gu4 shi5 | xiao4 hua5 | pi2 qi5 | li4 qi5 | ke4 qi5 | yun4 qi5
        漂亮、聪明、明白、清楚、舒服、高兴、喜欢、认识、知道、告诉、休息、麻烦、便宜、干净、热闹、凉快、暖和、厉害、老实、结实。
        piao4 liang5 | cong1 ming5 | ming2 bai5 | qing1 chu5 | shu1 fu5 | gao1 xing4 | xi3 huan5 | ren4 shi5 | zhi1 dao5 | gao4 su5 | xiu1 xi5 | ma2 fan5 | pian2 yi5 | gan1 jing5 | re4 nao5 | liang2 kuai5 | nuan3 huo5 | li4 hai5 | lao3 shi5 | jie1 shi5
        近年来，人工智能技术取得了长足的发展，为各行各业带来了新的机遇。
        jin4 nian2 lai2 | ren2 gong1 zhi4 neng2 ji4 shu4 qu3 de2 le5 chang2 zu2 de5 fa1 zhan3 | wei4 ge4 hang2 ge4 ye4 dai4 lai2 le5 xin1 de5 ji1 yu4
        据国家统计局数据显示，今年第一季度国内生产总值同比增长百分之五点三。
        ju4 guo2 jia1 tong3 ji4 ju2 shu4 ju4 xian3 shi4 | jin1 nian2 di4 yi1 ji4 du4 guo2 nei4 sheng1 chan2 zong3 zhi2 tong2 bi3 zeng1 zhang2 bai3 fen1 zhi1 wu2 dian3 san1
        专家指出，长期熬夜会导致免疫力下降，还会增加患病的风险。
        zhuan1 jia1 zhi3 chu1 | chang2 qi1 ao2 ye4 hui4 dao3 zhi4 mian3 yi4 li4 xia4 jiang4 | hai2 hui4 zeng1 jia1 huan4 bing4 de5 feng1 xian3
        这种新型材料的强度是钢的十倍，重量却只有钢的五分之一。
        zhe4 zhong3 xin1 xing2 cai2 liao4 de5 qiang2 du4 shi4 gang1 de5 shi2 bei4 | zhong4 liang4 que4 zhi2 you3 gang1 de5 wu3 fen1 zhi1 yi1
        她从小就喜欢弹钢琴，长大后成为了一名出色的音乐教师。
        ta1 cong2 xiao3 jiu4 xi3 huan5 tan2 gang1 qin2 | zhang3 da4 hou4 cheng2 wei2 le5 yi4 ming2 chu1 se4 de5 yin1 yue4 jiao4 shi1
        公司董事长在会上强调，要把产品质量放在首位。
        gong1 si1 dong3 shi4 zhang3 zai4 hui4 shang4 qiang2 diao4 | yao4 ba3 chan2 pin3 zhi4 liang4 fang4 zai4 shou3 wei4
        清晨的阳光洒在湖面上，波光粼粼，美得像一幅画。
        qing1 chen2 de5 yang2 guang1 sa3 zai4 hu2 mian4 shang4 | bo1 guang1 lin2 lin2 | mei3 de5 xiang4 yi4 fu2 hua4
        春天到了，小草从地里钻了出来，树上长出了嫩绿的叶子。
        chun1 tian1 dao4 le5 | xiao2 cao3 cong2 di4 li3 zuan1 le5 chu1 lai5 | shu4 shang4 zhang3 chu1 le5 nen4 lv4 de5 ye4 zi5
        老爷爷拄着拐杖，一步一步地走上了山坡。
        lao3 ye2 ye5 zhu3 zhe5 guai3 zhang4 | yi2 bu4 yi2 bu4 de5 zou3 shang4 le5 shan1 po1
        他们在沙漠里行走了三天三夜，终于找到了水源。
        ta1 men5 zai4 sha1 mo4 li3 xing2 zou3 le5 san1 tian1 san1 ye4 | zhong1 yu2 zhao3 dao4 le5 shui3 yuan2
        这部电影讲述了一个普通家庭的悲欢离合，感动了无数观众。
        zhe4 bu4 dian4 ying2 jiang3 shu4 le5 yi2 ge4 pu3 tong1 jia1 ting2 de5 bei1 huan1 li2 he2 | gan3 dong4 le5 wu2 shu4 guan1 zhong4
        唐代诗人李白写下了许多脍炙人口的诗篇。
        tang2 dai4 shi1 ren2 li3 bai2 xie3 xia4 le5 xu3 duo1 kuai4 zhi4 ren2 kou3 de5 shi1 pian1
        孔子曰：学而时习之，不亦说乎？有朋自远方来，不亦乐乎？
        kong2 zi3 yue1 | xue2 er2 shi2 xi2 zhi1 | bu2 yi4 yue4 hu1 | you3 peng2 zi4 yuan3 fang1 lai2 | bu2 yi4 le4 hu1
        床前明月光，疑是地上霜。举头望明月，低头思故乡。
        chuang2 qian2 ming2 yue4 guang1 | yi2 shi4 di4 shang5 shuang1 | ju3 tou2 wang4 ming2 yue4 | di1 tou2 si1 gu4 xiang1
        秦始皇统一六国后，统一了文字、货币和度量衡。
        qin2 shi3 huang2 tong3 yi1 liu4 guo2 hou4 | tong3 yi1 le5 wen2 zi4 | huo4 bi4 he2 du4 liang4 heng2
        长江是中国第一大河，全长六千三百多公里。
        chang2 jiang1 shi4 zhong1 guo2 di4 yi1 da4 he2 | quan2 chang2 liu4 qian1 san1 bai3 duo1 gong1 li3
        黄山四绝，奇松、怪石、云海、温泉，令人流连忘返。
        huang2 shan1 si4 jue2 | qi2 song1 | guai4 shi2 | yun2 hai3 | wen1 quan2 | ling4 ren2 liu2 lian2 wang4 fan3
        大熊猫主要以竹子为食，每天要吃掉十几公斤。
        da4 xiong2 mao1 zhu3 yao4 yi3 zhu2 zi5 wei2 shi2 | mei3 tian1 yao4 chi1 diao4 shi2 ji3 gong1 jin1
        蜜蜂在花丛中飞来飞去，忙着采蜜。
        mi4 feng1 zai4 hua1 cong2 zhong1 fei1 lai2 fei1 qu4 | mang2 zhe5 cai3 mi4
        地球绕着太阳转，月亮绕着地球转。
        di4 qiu2 rao4 zhe5 tai4 yang5 zhuan4 | yue4 liang5 rao4 zhe5 di4 qiu2 zhuan4
        水的沸点是一百摄氏度，冰点是零摄氏度。
        shui3 de5 fei4 dian3 shi4 yi4 bai3 she4 shi4 du4 | bing1 dian3 shi4 ling2 she4 shi4 du4
        血液在血管里流动，把氧气输送到全身各处。
        xue4 ye4 zai4 xue4 guan2 li3 liu2 dong4 | ba2 yang3 qi4 shu1 song4 dao4 quan2 shen1 ge4 chu4
        心脏每分钟跳动七十多次，一天要跳十万多次。
        xin1 zang4 mei3 fen1 zhong1 tiao4 dong4 qi1 shi2 duo1 ci4 | yi4 tian1 yao4 tiao4 shi2 wan4 duo1 ci4
        量子计算机利用量子叠加原理，计算速度远远超过传统计算机。
        liang4 zi3 ji4 suan4 ji1 li4 yong4 liang4 zi3 die2 jia1 yuan2 li3 | ji4 suan4 su4 du4 yuan2 yuan3 chao1 guo4 chuan2 tong3 ji4 suan4 ji1
        程序员们正在调试代码，修复漏洞，准备发布新版本。
        cheng2 xu4 yuan2 men5 zheng4 zai4 tiao2 shi4 dai4 ma3 | xiu1 fu4 lou4 dong4 | zhun3 bei4 fa1 bu4 xin1 ban2 ben3
        手机的屏幕碎了，需要换一块新的，大概要花几百块钱。
        shou3 ji1 de5 ping2 mu4 sui4 le5 | xu1 yao4 huan4 yi2 kuai4 xin1 de5 | da4 gai4 yao4 hua1 ji2 bai3 kuai4 qian2
        他一边听音乐一边写作业，妈妈说他不专心。
        ta1 yi4 bian1 ting1 yin1 yue4 yi4 bian1 xie3 zuo4 ye4 | ma1 ma5 shuo1 ta1 bu4 zhuan1 xin1
        奶奶做的红烧肉特别好吃，我一口气吃了好几块。
        nai3 nai5 zuo4 de5 hong2 shao1 rou4 te4 bie2 hao3 chi1 | wo3 yi4 kou3 qi5 chi1 le5 hao2 ji3 kuai4
        快递员把包裹放在了门口，给我发了一条短信。
        kuai4 di4 yuan2 ba3 bao1 guo3 fang4 zai4 le5 men2 kou3 | gei2 wo3 fa1 le5 yi4 tiao2 duan3 xin4
        超市里的水果很新鲜，苹果五块钱一斤，香蕉三块五一斤。
        chao1 shi4 li3 de5 shui2 guo2 hen3 xin1 xian5 | ping2 guo2 wu3 kuai4 qian2 yi4 jin1 | xiang1 jiao1 san1 kuai4 wu3 yi1 jin1
        请问，去火车站怎么走？往前走两百米，然后向左转。
        qing3 wen4 | qu4 huo3 che1 zhan4 zen3 me5 zou3 | wang3 qian2 zou3 liang2 bai2 mi3 | ran2 hou4 xiang4 zuo2 zhuan3
        对不起，我来晚了，路上堵车堵得厉害。
        dui4 bu5 qi3 | wo3 lai2 wan3 le5 | lu4 shang5 du3 che1 du3 de5 li4 hai5
        别担心，这点小事我一个人就能搞定。
        bie2 dan1 xin1 | zhe4 dian2 xiao3 shi4 wo3 yi2 ge4 ren2 jiu4 neng2 gao3 ding4
        你要是有空，周末咱们一起去爬山吧。
        ni3 yao4 shi4 you3 kong4 | zhou1 mo4 zan2 men5 yi4 qi3 qu4 pa2 shan1 ba5
        我还没吃饭呢，你吃了吗？要不要一起去吃火锅？
        wo3 hai2 mei2 chi1 fan4 ne5 | ni3 chi1 le5 ma5 | yao4 bu5 yao4 yi4 qi3 qu4 chi1 huo3 guo1
        今天天气真好，阳光明媚，微风习习。
        jin1 tian1 tian1 qi4 zhen1 hao3 | yang2 guang1 ming2 mei4 | wei1 feng1 xi2 xi2
        外面下着大雨，我没带伞，被淋成了落汤鸡。
        wai4 mian5 xia4 zhe5 da4 yu3 | wo3 mei2 dai4 san3 | bei4 lin2 cheng2 le5 luo4 tang1 ji1
        他的脸一下子红了，不好意思地低下了头。
        ta1 de5 lian3 yi2 xia4 zi5 hong2 le5 | bu4 hao3 yi4 si5 de5 di1 xia4 le5 tou2
        孩子们兴高采烈地跑出教室，在操场上玩耍。
        hai2 zi5 men5 xing4 gao1 cai3 lie4 de5 pao3 chu1 jiao4 shi4 | zai4 cao1 chang3 shang4 wan2 shua3
        退休以后，他在家里种花养鸟，日子过得很惬意。
        tui4 xiu1 yi3 hou4 | ta1 zai4 jia1 li5 zhong4 hua1 yang2 niao3 | ri4 zi5 guo4 de5 hen3 qie4 yi4
        养生专家建议，老年人每天散步半小时，有助于降低血压。
        yang3 sheng1 zhuan1 jia1 jian4 yi4 | lao3 nian2 ren2 mei3 tian1 san4 bu4 ban4 xiao3 shi2 | you3 zhu4 yu2 jiang4 di1 xue4 ya1
        空腹不宜喝牛奶，饭后不要马上运动。
        kong1 fu4 bu4 yi2 he1 niu2 nai3 | fan4 hou4 bu2 yao4 ma3 shang4 yun4 dong4
        人参有大补元气的功效，但不是人人都适合吃。
        ren2 shen1 you3 da4 bu3 yuan2 qi4 de5 gong1 xiao4 | dan4 bu2 shi4 ren2 ren2 dou1 shi4 he2 chi1
        冬天用热水泡脚，可以促进血液循环，改善睡眠。
        dong1 tian1 yong4 re4 shui3 pao4 jiao3 | ke2 yi3 cu4 jin4 xue4 ye4 xun2 huan2 | gai3 shan4 shui4 mian2
        多吃蔬菜水果，少吃油炸食品，保持良好的生活习惯。
        duo1 chi1 shu1 cai4 shui2 guo3 | shao3 chi1 you2 zha2 shi2 pin3 | bao3 chi2 liang2 hao3 de5 sheng1 huo2 xi2 guan4
        他为了救落水的孩子，毫不犹豫地跳进了冰冷的河里。
        ta1 wei4 le5 jiu4 luo4 shui3 de5 hai2 zi5 | hao2 bu4 you2 yu4 de5 tiao4 jin4 le5 bing1 leng3 de5 he2 li3
        消防员冒着生命危险，从大火中救出了三名被困群众。
        xiao1 fang2 yuan2 mao4 zhe5 sheng1 ming4 wei1 xian3 | cong2 da4 huo3 zhong1 jiu4 chu1 le5 san1 ming2 bei4 kun4 qun2 zhong4
        这位八十多岁的老人，几十年如一日，为山区的孩子们送去了知识和温暖。
        zhe4 wei4 ba1 shi2 duo1 sui4 de5 lao3 ren2 | ji3 shi2 nian2 ru2 yi2 ri4 | wei4 shan1 qu1 de5 hai2 zi5 men5 song4 qu4 le5 zhi1 shi5 he2 wen1 nuan3
        坚持就是胜利，只要功夫深，铁杵磨成针。
        jian1 chi2 jiu4 shi4 sheng4 li4 | zhi3 yao4 gong1 fu5 shen1 | tie2 chu3 mo2 cheng2 zhen1
        失败是成功之母，跌倒了再爬起来。
        shi1 bai4 shi4 cheng2 gong1 zhi1 mu3 | die1 dao3 le5 zai4 pa2 qi3 lai5
        时间就像海绵里的水，只要愿挤，总还是有的。
        shi2 jian1 jiu4 xiang4 hai3 mian2 li3 de5 shui3 | zhi3 yao4 yuan4 ji3 | zong3 hai2 shi4 you3 de5
        与其抱怨，不如改变；与其等待，不如行动。
        yu3 qi2 bao4 yuan4 | bu4 ru2 gai3 bian4 | yu3 qi2 deng3 dai4 | bu4 ru2 xing2 dong4
        世上无难事，只怕有心人。
        shi4 shang4 wu2 nan2 shi4 | zhi3 pa4 you3 xin1 ren2
        股市今天大幅下跌，三大股指全线收跌，成交量明显放大。
        gu3 shi4 jin1 tian1 da4 fu2 xia4 die1 | san1 da4 gu2 zhi3 quan2 xian4 shou1 die1 | cheng2 jiao1 liang4 ming2 xian3 fang4 da4
        央行宣布下调存款准备金率零点五个百分点。
        yang1 hang2 xuan1 bu4 xia4 tiao2 cun2 kuan2 zhun3 bei4 jin1 lv4 ling2 dian2 wu3 ge4 bai3 fen1 dian3
        房价上涨的势头得到了遏制，市场逐渐回归理性。
        fang2 jia4 shang4 zhang3 de5 shi4 tou5 de2 dao4 le5 e4 zhi4 | shi4 chang3 zhu2 jian4 hui2 gui1 li3 xing4
        投资有风险，入市需谨慎。
        tou2 zi1 you3 feng1 xian3 | ru4 shi4 xu1 jin3 shen4
        两国元首就双边关系和共同关心的国际问题交换了意见。
        liang3 guo2 yuan2 shou3 jiu4 shuang1 bian1 guan1 xi5 he2 gong4 tong2 guan1 xin1 de5 guo2 ji4 wen4 ti2 jiao1 huan4 le5 yi4 jian4
        代表团一行人参观了当地的博物馆和文化遗址。
        dai4 biao3 tuan2 yi4 xing2 ren2 can1 guan1 le5 dang1 di4 de5 bo2 wu4 guan3 he2 wen2 hua4 yi2 zhi3
        中国女排以三比一战胜了对手，夺得了冠军。
        zhong1 guo2 nv3 pai2 yi3 san1 bi3 yi1 zhan4 sheng4 le5 dui4 shou3 | duo2 de2 le5 guan4 jun1
        他在比赛中打破了世界纪录，为国争了光。
        ta1 zai4 bi3 sai4 zhong1 da3 po4 le5 shi4 jie4 ji4 lu4 | wei4 guo2 zheng1 le5 guang1
        教练要求队员们尽快调整好状态，备战下一场比赛。
        jiao4 lian4 yao1 qiu2 dui4 yuan2 men5 jin3 kuai4 tiao2 zheng2 hao3 zhuang4 tai4 | bei4 zhan4 xia4 yi4 chang2 bi3 sai4
        乌鲁木齐是新疆的首府，距离北京两千多公里。
        wu1 lu3 mu4 qi2 shi4 xin1 jiang1 de5 shou2 fu3 | ju4 li2 bei3 jing1 liang3 qian1 duo1 gong1 li3
        六安瓜片是中国十大名茶之一，产于安徽省六安市。
        lu4 an1 gua1 pian4 shi4 zhong1 guo2 shi2 da4 ming2 cha2 zhi1 yi1 | chan3 yu2 an1 hui1 sheng3 lu4 an1 shi4
        我们参观了故宫、长城和颐和园，还去了什刹海。
        wo3 men5 can1 guan1 le5 gu4 gong1 | chang2 cheng2 he2 yi2 he2 yuan2 | hai2 qu4 le5 shi2 cha4 hai3
        曾国藩是晚清名臣，曾经平定太平天国。
        zeng1 guo2 fan1 shi4 wan3 qing1 ming2 chen2 | ceng2 jing1 ping2 ding4 tai4 ping2 tian1 guo2
        单雄信是隋唐演义里的英雄，单县在山东。
        shan4 xiong2 xin4 shi4 sui2 tang2 yan3 yi4 li3 de5 ying1 xiong2 | shan4 xian4 zai4 shan1 dong1
        华山以险著称，九华山是佛教名山。
        hua4 shan1 yi2 xian3 zhu4 cheng1 | jiu3 hua2 shan1 shi4 fo2 jiao4 ming2 shan1
        任正非创办了华为，任何人都不能否认他的贡献。
        ren2 zheng4 fei1 chuang4 ban4 le5 hua2 wei2 | ren4 he2 ren2 dou1 bu4 neng2 fou3 ren4 ta1 de5 gong4 xian4
        他姓曾，叫曾志伟，我不曾见过他。
        ta1 xing4 zeng1 | jiao4 zeng1 zhi4 wei3 | wo3 bu4 ceng2 jian4 guo4 ta1
        朴槿惠是韩国前总统，生活朴素。
        piao2 jin3 hui4 shi4 han2 guo2 qian2 zong2 tong3 | sheng1 huo2 pu3 su4
        解先生正在解题，把题目解得很清楚。
        xie4 xian1 sheng5 zheng4 zai4 jie3 ti2 | ba3 ti2 mu4 jie3 de5 hen3 qing1 chu5
        仇先生和他没有仇，查先生正在查资料。
        qiu2 xian1 sheng5 he2 ta1 mei2 you3 chou2 | zha1 xian1 sheng5 zheng4 zai4 cha2 zi1 liao4
        盖房子的时候，他盖上了盖子。
        gai4 fang2 zi5 de5 shi2 hou5 | ta1 gai4 shang4 le5 gai4 zi5
        区先生住在东城区，翟先生来自山西。
        ou1 xian1 sheng5 zhu4 zai4 dong1 cheng2 qu1 | zhai2 xian1 sheng5 lai2 zi4 shan1 xi1
        这座桥长两百米，宽十米，高二十米。
        zhe4 zuo4 qiao2 chang2 liang2 bai2 mi3 | kuan1 shi2 mi3 | gao1 er4 shi2 mi3
        会场里坐满了人，只有他一个人站着，显得很突出。
        hui4 chang2 li3 zuo4 man3 le5 ren2 | zhi2 you3 ta1 yi2 ge4 ren2 zhan4 zhe5 | xian3 de5 hen3 tu1 chu1
        他干了一杯酒，衣服晒干了，干劲十足，是个能干的干部。
        ta1 gan4 le5 yi4 bei1 jiu3 | yi1 fu5 shai4 gan1 le5 | gan4 jin4 shi2 zu2 | shi4 ge4 neng2 gan4 de5 gan4 bu4
        天空中飘着几朵白云，心里空落落的。
        tian1 kong1 zhong1 piao1 zhe5 ji2 duo3 bai2 yun2 | xin1 li5 kong1 luo4 luo4 de5
        把门关上，把握机会，刀把断了。
        ba3 men2 guan1 shang4 | ba3 wo4 ji1 hui4 | dao1 ba4 duan4 le5
        他把被子叠好，被人叫走了。
        ta1 ba3 bei4 zi5 die2 hao3 | bei4 ren2 jiao4 zou3 le5
        这本书的封面设计得很精美，内容也很丰富。
        zhe4 ben3 shu1 de5 feng1 mian4 she4 ji4 de5 hen3 jing1 mei3 | nei4 rong2 ye2 hen3 feng1 fu4
        中间的那个座位空着，两边都有人。
        zhong1 jian1 de5 na4 ge5 zuo4 wei4 kong1 zhe5 | liang3 bian1 dou1 you3 ren2
        间或有几只鸟飞过，房间里很安静，黑白相间。
        jian4 huo4 you2 ji3 zhi1 niao3 fei1 guo4 | fang2 jian1 li2 hen3 an1 jing4 | hei1 bai2 xiang1 jian4
        他朝我点了点头，朝三暮四，朝令夕改。
        ta1 chao2 wo2 dian3 le5 dian3 tou2 | zhao1 san1 mu4 si4 | zhao1 ling4 xi1 gai3
        他喝了一口茶，大喝一声，为他喝彩。
        ta1 he1 le5 yi4 kou3 cha2 | da4 he1 yi4 sheng1 | wei4 ta1 he4 cai3
        我们应当尊重老人，这是理所应当的。
        wo3 men5 ying1 dang1 zun1 zhong4 lao3 ren2 | zhe4 shi4 li2 suo3 ying1 dang1 de5
        他假装没看见，请了一天病假。
        ta1 jia3 zhuang1 mei2 kan4 jian4 | qing3 le5 yi4 tian1 bing4 jia4
        这条裤子太长了，得改短一点，我的个子又长高了。
        zhe4 tiao2 ku4 zi5 tai4 chang2 le5 | dei3 gai2 duan3 yi4 dian3 | wo3 de5 ge4 zi5 you4 zhang3 gao1 le5
        孩子正在长身体，要多吃有营养的食物。
        hai2 zi5 zheng4 zai4 zhang3 shen1 ti3 | yao4 duo1 chi1 you3 ying2 yang3 de5 shi2 wu4
        他擅长画画，特长是书法，专长是篆刻。
        ta1 shan4 chang2 hua4 hua4 | te4 chang2 shi4 shu1 fa3 | zhuan1 chang2 shi4 zhuan4 ke4
        新任市长上任后，大力整顿市容，增长知识。
        xin1 ren4 shi4 zhang3 shang4 ren4 hou4 | da4 li4 zheng3 dun4 shi4 rong2 | zeng1 zhang3 zhi1 shi5
        校长讲话很长，讲了两个多小时，学生们都听累了。
        xiao4 zhang2 jiang3 hua4 hen3 chang2 | jiang3 le5 liang3 ge4 duo1 xiao3 shi2 | xue2 sheng5 men5 dou1 ting1 lei4 le5
        事故造成三人重伤，伤势严重，伤者已送往医院。
        shi4 gu4 zao4 cheng2 san1 ren2 zhong4 shang1 | shang1 shi4 yan2 zhong4 | shang1 zhe2 yi3 song4 wang3 yi1 yuan4
        重申一遍，请大家重视这个问题，不要重蹈覆辙。
        chong2 shen1 yi2 bian4 | qing3 da4 jia1 zhong4 shi4 zhe4 ge5 wen4 ti2 | bu2 yao4 chong2 dao3 fu4 zhe2
        这件衣服的颜色掉了，褪了色，不好看了。
        zhe4 jian4 yi1 fu5 de5 yan2 se4 diao4 le5 | tui4 le5 se4 | bu4 hao3 kan4 le5
        露天电影院里，他露了一手，终于露出了笑容，露馅了。
        lu4 tian1 dian4 ying3 yuan4 li3 | ta1 lou4 le5 yi4 shou3 | zhong1 yu2 lu4 chu1 le5 xiao4 rong2 | lou4 xian4 le5
        薄薄的一层冰，薄弱的环节，薄荷糖。
        bao2 bao2 de5 yi4 ceng2 bing1 | bo2 ruo4 de5 huan2 jie2 | bo4 he5 tang2
        供应商提供了服务，供桌上放着供品，口供。
        gong1 ying4 shang1 ti2 gong1 le5 fu2 wu4 | gong4 zhuo1 shang5 fang4 zhe5 gong4 pin3 | kou3 gong4
        他的脾气很倔，性格倔强，强词夺理。
        ta1 de5 pi2 qi5 hen3 jue2 | xing4 ge2 jue2 jiang4 | qiang3 ci2 duo2 li3
        他答应了我的请求，答案是正确的，回答得很好。
        ta1 da1 ying5 le5 wo3 de5 qing3 qiu2 | da2 an4 shi4 zheng4 que4 de5 | hui2 da2 de5 hen2 hao3
        号角吹响了，他号啕大哭，电话号码是多少？
        hao4 jiao3 chui1 xiang3 le5 | ta1 hao2 tao2 da4 ku1 | dian4 hua4 hao4 ma3 shi4 duo1 shao5
        天气预报说，明天有小到中雨，气温将下降五到八度。
        tian1 qi4 yu4 bao4 shuo1 | ming2 tian1 you2 xiao3 dao4 zhong1 yu3 | qi4 wen1 jiang1 xia4 jiang4 wu3 dao4 ba1 du4
        他把钱存进了银行，存折上写着金额。
        ta1 ba3 qian2 cun2 jin4 le5 yin2 hang2 | cun2 zhe2 shang4 xie3 zhe5 jin1 e2
        记者从有关部门获悉，该项目已通过验收，即将投入使用。
        ji4 zhe3 cong2 you3 guan1 bu4 men2 huo4 xi1 | gai1 xiang4 mu4 yi3 tong1 guo4 yan4 shou1 | ji2 jiang1 tou2 ru4 shi3 yong4
        银行行长在行业会议上说，行情不行了。
        yin2 hang2 hang2 zhang3 zai4 hang2 ye4 hui4 yi4 shang4 shuo1 | hang2 qing2 bu4 xing2 le5
        音乐让人快乐，他乐于助人，喜欢听音乐节的乐曲。
        yin1 yue4 rang4 ren2 kuai4 le4 | ta1 le4 yu2 zhu4 ren2 | xi3 huan5 ting1 yin1 yue4 jie2 de5 yue4 qu3
        他得去一趟，跑得快，得到奖金，觉得累，非得这样不可，你得小心。
        ta1 dei3 qu4 yi2 tang4 | pao3 de5 kuai4 | de2 dao4 jiang3 jin1 | jue2 de5 lei4 | fei1 dei3 zhe4 yang4 bu4 ke3 | ni3 dei2 xiao3 xin1
        慢慢地走在地上，土地肥沃，地道的味道，悄悄地离开。
        man4 man4 de5 zou3 zai4 di4 shang5 | tu3 di4 fei2 wo4 | di4 dao5 de5 wei4 dao5 | qiao1 qiao1 de5 li2 kai1
        都说北京是首都，大家都来了，都市生活。
        dou1 shuo1 bei3 jing1 shi4 shou3 du1 | da4 jia1 dou1 lai2 le5 | du1 shi4 sheng1 huo2
        吃了饭了，了解情况，了不起，受不了，没完没了，一目了然。
        chi1 le5 fan4 le5 | liao2 jie3 qing2 kuang4 | liao3 bu5 qi3 | shou4 bu5 liao3 | mei2 wan2 mei2 liao3 | yi2 mu4 liao3 ran2
        他看着我，睡着了，着急，着火，沿着，衣着，着手，着陆，穿着打扮。
        ta1 kan4 zhe5 wo3 | shui4 zhao2 le5 | zhao2 ji2 | zhao2 huo3 | yan2 zhe5 | yi1 zhuo2 | zhuo2 shou3 | zhuo2 lu4 | chuan1 zhuo2 da3 ban5
        为人民服务，因为，成为，为了你，以为，为什么，认为，为首，作为。
        wei4 ren2 min2 fu2 wu4 | yin1 wei4 | cheng2 wei2 | wei4 le5 ni3 | yi3 wei2 | wei4 shen2 me5 | ren4 wei2 | wei2 shou3 | zuo4 wei2
        一只猫，只有，只是，两只手，只要，三只小猪，船只。
        yi4 zhi1 mao1 | zhi2 you3 | zhi3 shi4 | liang3 zhi1 shou3 | zhi3 yao4 | san1 zhi1 xiao3 zhu1 | chuan2 zhi1
        重新开始，重要的事，重复，体重，重阳节，重庆，双重标准，重叠，重返校园。
        chong2 xin1 kai1 shi3 | zhong4 yao4 de5 shi4 | chong2 fu4 | ti3 zhong4 | chong2 yang2 jie2 | chong2 qing4 | shuang1 chong2 biao1 zhun3 | chong2 die2 | chong2 fan3 xiao4 yuan2
        还有人还没还钱，归还，还是要还书，还给他。
        hai2 you3 ren2 hai2 mei2 huan2 qian2 | gui1 huan2 | hai2 shi4 yao4 huan2 shu1 | huan2 gei3 ta1
        他长得很高，成长，队长，长江，长大后当校长，身长，擅长，长期，家长，生长，长辈，长寿。
        ta1 zhang3 de5 hen3 gao1 | cheng2 zhang3 | dui4 zhang3 | chang2 jiang1 | zhang3 da4 hou4 dang1 xiao4 zhang3 | shen1 chang2 | shan4 chang2 | chang2 qi1 | jia1 zhang3 | sheng1 zhang3 | zhang3 bei4 | chang2 shou4
        朝阳，朝代，今朝，朝气蓬勃，面朝大海，唐朝，朝三暮四，朝鲜。
        zhao1 yang2 | chao2 dai4 | jin1 zhao1 | zhao1 qi4 peng2 bo2 | mian4 chao2 da4 hai3 | tang2 chao2 | zhao1 san1 mu4 si4 | chao2 xian3
        睡觉，觉得，午觉，自觉，发觉，觉悟，一觉醒来，睡了一觉。
        shui4 jiao4 | jue2 de5 | wu3 jiao4 | zi4 jue2 | fa1 jue2 | jue2 wu4 | yi2 jiao4 xing3 lai2 | shui4 le5 yi2 jiao4
        便宜，方便，便利，大腹便便，随便，便是，以便。
        pian2 yi5 | fang1 bian4 | bian4 li4 | da4 fu4 pian2 pian2 | sui2 bian4 | bian4 shi4 | yi3 bian4
        差别，出差，参差不齐，差不多，差点，成绩差，差劲，误差，差遣。
        cha1 bie2 | chu1 chai1 | cen1 ci1 bu4 qi2 | cha4 bu5 duo1 | cha4 dian3 | cheng2 ji4 cha4 | cha4 jin4 | wu4 cha1 | chai1 qian3
        当然，上当，当作，当年，当天，适当，当时，妥当，当铺，恰当，正当，当真。
        dang1 ran2 | shang4 dang4 | dang4 zuo4 | dang1 nian2 | dang4 tian1 | shi4 dang4 | dang1 shi2 | tuo3 dang5 | dang4 pu4 | qia4 dang4 | zheng4 dang4 | dang4 zhen1
        倒下，倒是，摔倒，倒车，倒退，倒霉，倒水，颠倒，反倒，打倒，倒计时，倒数第一。
        dao3 xia4 | dao4 shi4 | shuai1 dao3 | dao4 che1 | dao4 tui4 | dao3 mei2 | dao4 shui3 | dian1 dao3 | fan3 dao4 | da2 dao3 | dao4 ji4 shi2 | dao4 shu3 di4 yi1
        头发，发现，理发，发财，白发，发型，一发不可收拾，毛发，出发。
        tou2 fa5 | fa1 xian4 | li3 fa4 | fa1 cai2 | bai2 fa4 | fa4 xing2 | yi4 fa1 bu4 ke3 shou1 shi5 | mao2 fa4 | chu1 fa1
        分数，水分，部分，过分，分开，成分，一分钱，分量，分外，充分，缘分，身分。
        fen1 shu4 | shui3 fen4 | bu4 fen5 | guo4 fen4 | fen1 kai1 | cheng2 fen4 | yi4 fen1 qian2 | fen4 liang5 | fen4 wai4 | chong1 fen4 | yuan2 fen4 | shen1 fen4
        爱好，好人，好学，喜好，好奇，好吃，友好，好客，好吃懒做，好逸恶劳，嗜好。
        ai4 hao4 | hao3 ren2 | hao4 xue2 | xi3 hao4 | hao4 qi2 | hao3 chi1 | you2 hao3 | hao4 ke4 | hao4 chi1 lan3 zuo4 | hao4 yi4 wu4 lao2 | shi4 hao4
        和平，暖和，附和，和面，我和你，和泥，和稀泥，应和，唱和。
        he2 ping2 | nuan3 huo5 | fu4 he4 | huo2 mian4 | wo3 he2 ni3 | huo2 ni2 | huo4 xi1 ni2 | ying4 he4 | chang4 he4
        会议，会计，一会儿，开会，不会，会儿，财会。
        hui4 yi4 | kuai4 ji4 | yi2 hui4 er5 | kai1 hui4 | bu2 hui4 | hui4 er5 | cai2 kuai4
        放假，假如，假期，真假，请假，假装，寒假。
        fang4 jia4 | jia3 ru2 | jia4 qi1 | zhen1 jia3 | qing3 jia4 | jia3 zhuang1 | han2 jia4
        中间，间断，房间，离间，间接，时间，间隔，间谍，相间，人间。
        zhong1 jian1 | jian4 duan4 | fang2 jian1 | li2 jian4 | jian4 jie1 | shi2 jian1 | jian4 ge2 | jian4 die2 | xiang1 jian4 | ren2 jian1
        结果，结实，团结，结婚，开花结果，结巴，结束，结了婚。
        jie2 guo3 | jie1 shi5 | tuan2 jie2 | jie2 hun1 | kai1 hua1 jie1 guo3 | jie1 ba5 | jie2 shu4 | jie2 le5 hun1
        看见，看守，看门，看家，好看，看护，看管，看一看，看孩子。
        kan4 jian4 | kan1 shou3 | kan1 men2 | kan1 jia1 | hao3 kan4 | kan1 hu4 | kan1 guan3 | kan4 yi5 kan4 | kan4 hai2 zi5
        空气，有空，空闲，天空，空白，空缺，填空，抽空，空隙，亏空，空出来。
        kong1 qi4 | you3 kong4 | kong4 xian2 | tian1 kong1 | kong4 bai2 | kong4 que1 | tian2 kong4 | chou1 kong4 | kong4 xi4 | kui1 kong1 | kong1 chu1 lai5
        数量，量体温，测量，力量，打量，量力而行，思量，商量，大量，量了血压。
        shu4 liang4 | liang2 ti3 wen1 | ce4 liang2 | li4 liang5 | da3 liang5 | liang4 li4 er2 xing2 | si1 liang5 | shang1 liang5 | da4 liang4 | liang2 le5 xue4 ya1
        落下，落枕，丢三落四，降落，失落，部落，落价，落在后面。
        luo4 xia4 | lao4 zhen3 | diu1 san1 la4 si4 | jiang4 luo4 | shi1 luo4 | bu4 luo4 | lao4 jia4 | luo4 zai4 hou4 mian5
        没有，沉没，没收，埋没，没落，没了，淹没，没事。
        mei2 you3 | chen2 mo4 | mo4 shou1 | mai2 mo4 | mo4 luo4 | mei2 le5 | yan1 mo4 | mei2 shi4
        困难，难民，灾难，难过，患难，责难，空难，遇难，难得，苦难。
        kun4 nan2 | nan4 min2 | zai1 nan4 | nan2 guo4 | huan4 nan4 | ze2 nan4 | kong1 nan4 | yu4 nan4 | nan2 de2 | ku3 nan4
        宁静，宁可，南京简称宁，宁愿，安宁，宁死不屈，列宁，辽宁。
        ning2 jing4 | ning4 ke3 | nan2 jing1 jian3 cheng1 ning2 | ning4 yuan4 | an1 ning2 | ning4 si3 bu4 qu1 | lie4 ning2 | liao2 ning2
        一切，切开，亲切，切菜，切实，密切，迫切，切片，切记，确切。
        yi2 qie4 | qie1 kai1 | qin1 qie4 | qie1 cai4 | qie4 shi2 | mi4 qie4 | po4 qie4 | qie1 pian4 | qie4 ji4 | que4 qie4
        强大，勉强，倔强，坚强，强迫，强求，强词夺理，牵强，强颜欢笑。
        qiang2 da4 | mian2 qiang3 | jue2 jiang4 | jian1 qiang2 | qiang3 po4 | qiang3 qiu2 | qiang3 ci2 duo2 li3 | qian1 qiang3 | qiang3 yan2 huan1 xiao4
        弯曲，歌曲，曲折，作曲，戏曲，曲线，曲调，曲直。
        wan1 qu1 | ge1 qu3 | qu1 zhe2 | zuo4 qu3 | xi4 qu3 | qu1 xian4 | qu3 diao4 | qu1 zhi2
        分散，散文，散步，松散，散会，懒散，散装，闲散，头发散了，散落。
        fen1 san4 | san3 wen2 | san4 bu4 | song1 san3 | san4 hui4 | lan2 san3 | san3 zhuang1 | xian2 san3 | tou2 fa5 san4 le5 | san4 luo4
        多少，少年，减少，少女，少不了，老少，少爷，少数民族，男女老少，缺少。
        duo1 shao5 | shao4 nian2 | jian2 shao3 | shao4 nv3 | shao3 bu5 liao3 | lao3 shao4 | shao4 ye5 | shao3 shu4 min2 zu2 | nan2 nv2 lao3 shao4 | que1 shao3
        宿舍，舍不得，舍弃，四舍五入，校舍，寒舍，不舍。
        su4 she4 | she3 bu5 de5 | she3 qi4 | si4 she2 wu3 ru4 | xiao4 she4 | han2 she4 | bu4 she3
        茂盛，盛饭，盛大，盛情，盛满，盛夏，盛水，盛开。
        mao4 sheng4 | cheng2 fan4 | sheng4 da4 | sheng4 qing2 | cheng2 man3 | sheng4 xia4 | cheng2 shui3 | sheng4 kai1
        数学，数一数，数不清，数目，数落，倒数，数数，数典忘祖，不可胜数，数钱，无数。
        shu4 xue2 | shu3 yi5 shu4 | shu3 bu5 qing1 | shu4 mu4 | shu3 luo4 | dao4 shu3 | shu2 shu5 | shu2 dian3 wang4 zu3 | bu4 ke3 sheng4 shu3 | shu3 qian2 | wu2 shu4
        调整，调查，音调，强调，空调，调动，调皮，协调，调料，曲调，单调，调解，调换，色调，调味。
        tiao2 zheng3 | diao4 cha2 | yin1 diao4 | qiang2 diao4 | kong1 tiao2 | diao4 dong4 | tiao2 pi2 | xie2 tiao2 | tiao2 liao4 | qu3 diao4 | dan1 diao4 | tiao2 jie3 | diao4 huan4 | se4 diao4 | tiao2 wei4
        系统，关系，系鞋带，联系，系上安全带，中文系，维系，系列。
        xi4 tong3 | guan1 xi5 | ji4 xie2 dai4 | lian2 xi4 | ji4 shang4 an1 quan2 dai4 | zhong1 wen2 xi4 | wei2 xi4 | xi4 lie4
        互相，照相，相信，真相，相声，相片，首相，相亲，亮相，相貌。
        hu4 xiang1 | zhao4 xiang4 | xiang1 xin4 | zhen1 xiang4 | xiang4 sheng5 | xiang4 pian4 | shou3 xiang4 | xiang1 qin1 | liang4 xiang4 | xiang4 mao4
        兴奋，高兴，兴趣，兴旺，振兴，新兴，兴起，兴致，扫兴，复兴。
        xing1 fen4 | gao1 xing4 | xing4 qu4 | xing1 wang4 | zhen4 xing1 | xin1 xing1 | xing1 qi3 | xing4 zhi4 | sao3 xing4 | fu4 xing1
        要求，重要，要是，要挟，需要，想要，要紧，要点。
        yao1 qiu2 | zhong4 yao4 | yao4 shi4 | yao1 xie2 | xu1 yao4 | xiang3 yao4 | yao4 jin3 | yao4 dian3
        应该，反应，答应，应用，应届，适应，供应，响应，应付，应邀，应当，理应，应对，回应。
        ying1 gai1 | fan3 ying4 | da1 ying5 | ying4 yong4 | ying1 jie4 | shi4 ying4 | gong1 ying4 | xiang3 ying4 | ying4 fu4 | ying4 yao1 | ying1 dang1 | li3 ying1 | ying4 dui4 | hui2 ying4
        与其，参与，给与，与会，赠与，与众不同，与此同时。
        yu3 qi2 | can1 yu4 | ji2 yu3 | yu4 hui4 | zeng4 yu3 | yu3 zhong4 bu4 tong2 | yu2 ci3 tong2 shi2
        占领，占卜，占有，占星，占用。
        zhan4 ling3 | zhan1 bu3 | zhan4 you3 | zhan1 xing1 | zhan4 yong4
        正月，正在，公正，正确，正好，正经，新正。
        zheng1 yue4 | zheng4 zai4 | gong1 zheng4 | zheng4 que4 | zheng4 hao3 | zheng4 jing5 | xin1 zheng1
        中国，中奖，打中，中心，中毒，中暑，看中，集中，命中，中意，猜中，中风，中彩票，击中，高中，考中。
        zhong1 guo2 | zhong4 jiang3 | da3 zhong4 | zhong1 xin1 | zhong4 du2 | zhong4 shu3 | kan4 zhong4 | ji2 zhong1 | ming4 zhong4 | zhong4 yi4 | cai1 zhong4 | zhong4 feng1 | zhong4 cai3 piao4 | ji1 zhong4 | gao1 zhong1 | kao3 zhong4
        种类，种子，种树，播种，各种，种植，物种，种地，种花，接种，种菜，火种，人种，种了一棵树。
        zhong3 lei4 | zhong3 zi5 | zhong4 shu4 | bo1 zhong3 | ge4 zhong3 | zhong4 zhi2 | wu4 zhong3 | zhong4 di4 | zhong4 hua1 | jie1 zhong4 | zhong4 cai4 | huo2 zhong3 | ren2 zhong3 | zhong4 le5 yi4 ke1 shu4
        转身，转动，转圈，旋转，好转，转向，转盘，打转，转达，转悠，地球绕着太阳转。
        zhuan3 shen1 | zhuan4 dong4 | zhuan4 quan1 | xuan2 zhuan3 | hao2 zhuan3 | zhuan3 xiang4 | zhuan4 pan2 | da3 zhuan4 | zhuan3 da2 | zhuan4 you5 | di4 qiu2 rao4 zhe5 tai4 yang5 zhuan4
        一两个，多一点，等一等，一等奖，一日三餐，一二三，说一不二，一路上，一边走一边说，十一点，一百零一，一五一十。
        yi4 liang3 ge4 | duo1 yi4 dian3 | deng3 yi5 deng3 | yi1 deng2 jiang3 | yi2 ri4 san1 can1 | yi1 er4 san1 | shuo1 yi2 bu2 er4 | yi2 lu4 shang5 | yi4 bian1 zou3 yi4 bian1 shuo1 | shi2 yi1 dian3 | yi4 bai3 ling2 yi1 | yi1 wu3 yi1 shi2
        人工智能大模型的参数量已经超过万亿，训练成本也在不断上涨。
        ren2 gong1 zhi4 neng2 da4 mo2 xing2 de5 can1 shu4 liang4 yi3 jing1 chao1 guo4 wan4 yi4 | xun4 lian4 cheng2 ben2 ye3 zai4 bu2 duan4 shang4 zhang3
        科学家发现了一种生活在深海里的新物种，它的身体几乎是透明的。
        ke1 xue2 jia1 fa1 xian4 le5 yi4 zhong3 sheng1 huo2 zai4 shen1 hai2 li3 de5 xin1 wu4 zhong3 | ta1 de5 shen1 ti3 ji1 hu1 shi4 tou4 ming2 de5
        这款手机搭载了最新的处理器，支持快速充电，续航时间更长。
        zhe4 kuan2 shou3 ji1 da1 zai4 le5 zui4 xin1 de5 chu2 li3 qi4 | zhi1 chi2 kuai4 su4 chong1 dian4 | xu4 hang2 shi2 jian1 geng4 chang2
        宇航员在空间站里生活了半年，身体发生了很大变化。
        yu3 hang2 yuan2 zai4 kong1 jian1 zhan4 li3 sheng1 huo2 le5 ban4 nian2 | shen1 ti3 fa1 sheng1 le5 hen3 da4 bian4 hua4
        他从行李箱里拿出一把钥匙，打开了尘封多年的老房子。
        ta1 cong2 xing2 li5 xiang1 li3 na2 chu1 yi4 ba3 yao4 shi5 | da3 kai1 le5 chen2 feng1 duo1 nian2 de5 lao3 fang2 zi5
        夜深了，街上空荡荡的，只有路灯还亮着。
        ye4 shen1 le5 | jie1 shang5 kong1 dang4 dang4 de5 | zhi2 you3 lu4 deng1 hai2 liang4 zhe5
        她转过头来，泪水在眼眶里打转，却强忍着没有哭出来。
        ta1 zhuan3 guo4 tou2 lai2 | lei4 shui3 zai4 yan3 kuang4 li2 da3 zhuan4 | que4 qiang2 ren3 zhe5 mei2 you3 ku1 chu1 lai5
        那个年代，家家户户都不宽裕，能吃上一顿饺子就算过年了。
        na4 ge5 nian2 dai4 | jia1 jia1 hu4 hu4 dou1 bu4 kuan1 yu4 | neng2 chi1 shang4 yi2 dun4 jiao3 zi5 jiu4 suan4 guo4 nian2 le5
        母亲总是把好吃的留给我们，自己却说不爱吃。
        mu3 qin1 zong3 shi4 ba2 hao3 chi1 de5 liu2 gei2 wo3 men5 | zi4 ji3 que4 shuo1 bu2 ai4 chi1
        老张头倔得很，谁劝都不听，非要自己扛着锄头下地干活。
        lao3 zhang1 tou2 jue2 de5 hen3 | shei2 quan4 dou1 bu4 ting1 | fei1 yao4 zi4 ji3 kang2 zhe5 chu2 tou5 xia4 di4 gan4 huo2
        他倒了一杯茶，递给客人，自己却倒在沙发上睡着了。
        ta1 dao4 le5 yi4 bei1 cha2 | di4 gei3 ke4 ren5 | zi4 ji3 que4 dao3 zai4 sha1 fa1 shang4 shui4 zhao2 le5
        别看他个子小，力气可不小，一个人能扛起一百多斤的大米。
        bie2 kan4 ta1 ge4 zi5 xiao3 | li4 qi5 ke3 bu4 xiao3 | yi2 ge4 ren2 neng2 kang2 qi3 yi4 bai3 duo1 jin1 de5 da4 mi3
        古人云：读万卷书，行万里路。
        gu3 ren2 yun2 | du2 wan4 juan4 shu1 | xing2 wan4 li3 lu4
        这幅画卷长十米，画的是江南水乡的风景。
        zhe4 fu2 hua4 juan4 chang2 shi2 mi3 | hua4 de5 shi4 jiang1 nan2 shui3 xiang1 de5 feng1 jing3
        纸张卷了起来，他把卷子交给了老师。
        zhi3 zhang1 juan3 le5 qi3 lai5 | ta1 ba2 juan3 zi5 jiao1 gei3 le5 lao3 shi1
        我们应当发扬艰苦奋斗的精神，为实现中华民族伟大复兴而努力。
        wo3 men5 ying1 dang1 fa1 yang2 jian1 ku3 fen4 dou4 de5 jing1 shen2 | wei4 shi2 xian4 zhong1 hua2 min2 zu2 wei3 da4 fu4 xing1 er2 nu3 li4
        会议指出，要坚持稳中求进的工作总基调，着力扩大内需。
        hui4 yi4 zhi3 chu1 | yao4 jian1 chi2 wen3 zhong1 qiu2 jin4 de5 gong1 zuo4 zong3 ji1 diao4 | zhuo2 li4 kuo4 da4 nei4 xu1
        据报道，受台风影响，多趟列车停运，部分航班取消。
        ju4 bao4 dao4 | shou4 tai2 feng1 ying2 xiang3 | duo1 tang4 lie4 che1 ting2 yun4 | bu4 fen5 hang2 ban1 qu3 xiao1
        降压药要按时吃，不能随便停药，否则血压会反弹。
        jiang4 ya1 yao4 yao4 an4 shi2 chi1 | bu4 neng2 sui2 bian4 ting2 yao4 | fou3 ze2 xue4 ya1 hui4 fan3 tan2
        每晚睡前泡脚二十分钟，有助于缓解疲劳，改善睡眠质量。
        mei2 wan3 shui4 qian2 pao4 jiao3 er4 shi2 fen1 zhong1 | you3 zhu4 yu2 huan2 jie3 pi2 lao2 | gai3 shan4 shui4 mian2 zhi4 liang4
        医生提醒，有高血压的人要少吃盐，多运动，定期量血压。
        yi1 sheng1 ti2 xing3 | you3 gao1 xue4 ya1 de5 ren2 yao4 shao3 chi1 yan2 | duo1 yun4 dong4 | ding4 qi1 liang2 xue4 ya1
        把鸡蛋打散，加入少许盐，倒入锅中煎至两面金黄。
        ba3 ji1 dan4 da3 san4 | jia1 ru4 shao2 xu3 yan2 | dao4 ru4 guo1 zhong1 jian1 zhi4 liang3 mian4 jin1 huang2
        将土豆切成丝，用清水泡一会儿，沥干水分备用。
        jiang1 tu3 dou4 qie1 cheng2 si1 | yong4 qing1 shui3 pao4 yi2 hui4 er5 | li4 gan1 shui3 fen4 bei4 yong4
        锅里放油，油热后放入葱姜蒜爆香，再放肉片翻炒。
        guo1 li3 fang4 you2 | you2 re4 hou4 fang4 ru4 cong1 jiang1 suan4 bao4 xiang1 | zai4 fang4 rou4 pian4 fan1 chao3
        炖鸡汤的时候，要先用大火烧开，再转小火慢炖两个小时。
        dun4 ji1 tang1 de5 shi2 hou5 | yao4 xian1 yong4 da4 huo3 shao1 kai1 | zai4 zhuan3 xiao2 huo3 man4 dun4 liang3 ge4 xiao3 shi2
        这道菜色香味俱全，嚼起来很有嚼劲，让人回味无穷。
        zhe4 dao4 cai4 se4 xiang1 wei4 ju4 quan2 | jiao2 qi3 lai5 hen2 you3 jiao2 jin4 | rang4 ren2 hui2 wei4 wu2 qiong2
        小区里种满了桂花树，一到秋天，满院子都是香味。
        xiao3 qu1 li3 zhong4 man3 le5 gui4 hua1 shu4 | yi2 dao4 qiu1 tian1 | man3 yuan4 zi5 dou1 shi4 xiang1 wei4
        爷爷种的菜长势喜人，黄瓜、茄子、西红柿都熟了。
        ye2 ye5 zhong4 de5 cai4 zhang3 shi4 xi3 ren2 | huang2 gua1 | qie2 zi5 | xi1 hong2 shi4 dou1 shu2 le5
        地铁上人挤人，一不小心就踩到别人的脚。
        di4 tie3 shang4 ren2 ji3 ren2 | yi2 bu4 xiao3 xin1 jiu4 cai3 dao4 bie2 ren2 de5 jiao3
        他把车停在路边，下车买了一份报纸。
        ta1 ba3 che1 ting2 zai4 lu4 bian1 | xia4 che1 mai3 le5 yi2 fen4 bao4 zhi3
        由于长期缺乏锻炼，他的身体越来越差，经常感冒发烧。
        you2 yu2 chang2 qi1 que1 fa2 duan4 lian4 | ta1 de5 shen1 ti3 yue4 lai2 yue4 cha4 | jing1 chang2 gan3 mao4 fa1 shao1
        明朝那些事儿，讲的是明朝三百年间的历史。
        ming2 chao2 na4 xie1 shi4 er5 | jiang3 de5 shi4 ming2 chao2 san1 bai3 nian2 jian1 de5 li4 shi3
        刘备三顾茅庐，请诸葛亮出山相助，终于成就了一番霸业。
        liu2 bei4 san1 gu4 mao2 lu2 | qing3 zhu1 ge3 liang4 chu1 shan1 xiang1 zhu4 | zhong1 yu2 cheng2 jiu4 le5 yi4 fan1 ba4 ye4
        岳飞精忠报国，率领岳家军屡次大败金兵。
        yue4 fei1 jing1 zhong1 bao4 guo2 | shuai4 ling3 yue4 jia1 jun1 lv3 ci4 da4 bai4 jin1 bing1
        武则天是中国历史上唯一的正统女皇帝。
        wu3 ze2 tian1 shi4 zhong1 guo2 li4 shi3 shang4 wei2 yi1 de5 zheng4 tong2 nv3 huang2 di4
        司马迁忍辱负重，写成了史家之绝唱《史记》。
        si1 ma3 qian1 ren2 ru3 fu4 zhong4 | xie3 cheng2 le5 shi3 jia1 zhi1 jue2 chang4 shi3 ji4
        圆明园被英法联军烧毁，只剩下残垣断壁。
        yuan2 ming2 yuan2 bei4 ying1 fa3 lian2 jun1 shao1 hui3 | zhi3 sheng4 xia4 can2 yuan2 duan4 bi4
        长征途中，红军战士爬雪山，过草地，历尽千辛万苦。
        chang2 zheng1 tu2 zhong1 | hong2 jun1 zhan4 shi4 pa2 xue3 shan1 | guo4 cao3 di4 | li4 jin4 qian1 xin1 wan4 ku3
        一九四九年十月一日，中华人民共和国成立了。
        yi1 jiu3 si4 jiu3 nian2 shi2 yue4 yi1 ri4 | zhong1 hua2 ren2 min2 gong4 he2 guo2 cheng2 li4 le5
        改革开放四十多年来，中国发生了翻天覆地的变化。
        gai3 ge2 kai1 fang4 si4 shi2 duo1 nian2 lai2 | zhong1 guo2 fa1 sheng1 le5 fan1 tian1 fu4 di4 de5 bian4 hua4
        股票涨了，他高兴得合不拢嘴；股票跌了，他愁得睡不着觉。
        gu3 piao4 zhang3 le5 | ta1 gao1 xing4 de5 he2 bu5 long2 zui3 | gu3 piao4 die1 le5 | ta1 chou2 de5 shui4 bu5 zhao2 jiao4
        省钱的方法有很多，关键是要养成记账的习惯。
        sheng3 qian2 de5 fang1 fa3 you2 hen3 duo1 | guan1 jian4 shi4 yao4 yang3 cheng2 ji4 zhang4 de5 xi2 guan4
        年轻人应该趁早学会理财，不要把鸡蛋放在一个篮子里。
        nian2 qing1 ren2 ying1 gai1 chen4 zao3 xue2 hui4 li3 cai2 | bu2 yao4 ba3 ji1 dan4 fang4 zai4 yi2 ge4 lan2 zi5 li3
        这个月的工资还没发，房租又涨了，日子真难过。
        zhe4 ge5 yue4 de5 gong1 zi1 hai2 mei2 fa1 | fang2 zu1 you4 zhang3 le5 | ri4 zi5 zhen1 nan2 guo4
        保险公司的理赔员正在核对客户的资料。
        bao2 xian3 gong1 si1 de5 li3 pei2 yuan2 zheng4 zai4 he2 dui4 ke4 hu4 de5 zi1 liao4
        你要相信，所有的努力都不会白费，时间会给你答案。
        ni3 yao4 xiang1 xin4 | suo2 you3 de5 nu3 li4 dou1 bu2 hui4 bai2 fei4 | shi2 jian1 hui4 gei2 ni3 da2 an4
        与其羡慕别人，不如做好自己，成为更好的自己。
        yu3 qi2 xian4 mu4 bie2 ren2 | bu4 ru2 zuo4 hao3 zi4 ji3 | cheng2 wei2 geng4 hao3 de5 zi4 ji3
        朋友不在多，而在精，真心相待才是最珍贵的。
        peng2 you5 bu2 zai4 duo1 | er2 zai4 jing1 | zhen1 xin1 xiang1 dai4 cai2 shi4 zui4 zhen1 gui4 de5
        夫妻之间要互相理解，互相体谅，少一些抱怨，多一些包容。
        fu1 qi1 zhi1 jian1 yao4 hu4 xiang1 li2 jie3 | hu4 xiang1 ti3 liang5 | shao3 yi4 xie1 bao4 yuan4 | duo1 yi4 xie1 bao1 rong2
        孩子成绩差，家长不要着急，要耐心地教他学习方法。
        hai2 zi5 cheng2 ji4 cha4 | jia1 zhang3 bu2 yao4 zhao2 ji2 | yao4 nai4 xin1 de5 jiao1 ta1 xue2 xi2 fang1 fa3
        他教我怎么弹吉他，我教他怎么打篮球。
        ta1 jiao1 wo2 zen3 me5 tan2 ji2 ta1 | wo3 jiao1 ta1 zen3 me5 da3 lan2 qiu2
        老师教得好，学生学得快，大家都觉得很有收获。
        lao3 shi1 jiao1 de5 hao3 | xue2 sheng5 xue2 de5 kuai4 | da4 jia1 dou1 jue2 de5 hen2 you3 shou1 huo4
        你们谁愿意跟我一起去？谁去都行。
        ni3 men5 shei2 yuan4 yi4 gen1 wo3 yi4 qi3 qu4 | shei2 qu4 dou1 xing2
        得了吧，你就别逞强了，这事儿还得靠大家。
        de2 le5 ba5 | ni3 jiu4 bie2 cheng3 qiang2 le5 | zhe4 shi4 er5 hai2 dei3 kao4 da4 jia1
        他说话总是没头没尾的，让人摸不着头脑。
        ta1 shuo1 hua4 zong3 shi4 mei2 tou2 mei2 wei3 de5 | rang4 ren2 mo1 bu4 zhao2 tou2 nao3
        我数了三遍，还是没数清楚一共有多少只羊。
        wo2 shu3 le5 san1 bian4 | hai2 shi4 mei2 shu3 qing1 chu5 yi2 gong4 you3 duo1 shao5 zhi1 yang2
        这是我的名片，请多关照，以后还请多多指教。
        zhe4 shi4 wo3 de5 ming2 pian4 | qing3 duo1 guan1 zhao4 | yi3 hou4 hai2 qing3 duo1 duo1 zhi3 jiao4
        请把文件传给我，我要看一下传记的目录。
        qing2 ba3 wen2 jian4 chuan2 gei2 wo3 | wo3 yao4 kan4 yi2 xia4 zhuan4 ji4 de5 mu4 lu4
        他削尖了铅笔，剥开了橘子皮，露出了鲜嫩的果肉。
        ta1 xue1 jian1 le5 qian1 bi3 | bo1 kai1 le5 ju2 zi5 pi2 | lu4 chu1 le5 xian1 nen4 de5 guo3 rou4
        电影散场后，人群散开，公园里散发着花的香味。
        dian4 ying3 san4 chang3 hou4 | ren2 qun2 san4 kai1 | gong1 yuan2 li3 san4 fa1 zhe5 hua1 de5 xiang1 wei4
        我给他打了个电话，他供给了我们很多物资。
        wo2 gei3 ta1 da3 le5 ge4 dian4 hua4 | ta1 gong1 ji3 le5 wo3 men5 hen3 duo1 wu4 zi1
        他干脆把湿衣服晾干，然后去干活了。
        ta1 gan1 cui4 ba3 shi1 yi1 fu5 liang4 gan1 | ran2 hou4 qu4 gan4 huo2 le5
        天上飘着一朵朵白云，远处传来悠扬的笛声。
        tian1 shang5 piao1 zhe5 yi4 duo2 duo3 bai2 yun2 | yuan3 chu4 chuan2 lai2 you1 yang2 de5 di2 sheng1
        这件事的来龙去脉他说得一清二楚。
        zhe4 jian4 shi4 de5 lai2 long2 qu4 mai4 ta1 shuo1 de5 yi4 qing1 er4 chu3
        他系好鞋带，背上行囊，踏上了征程。
        ta1 ji4 hao3 xie2 dai4 | bei1 shang4 xing2 nang2 | ta4 shang4 le5 zheng1 cheng2
        这种水果的营养价值很高，含有丰富的维生素。
        zhe4 zhong3 shui2 guo3 de5 ying2 yang3 jia4 zhi2 hen3 gao1 | han2 you3 feng1 fu4 de5 wei2 sheng1 su4
        难得的机会，不要错过，错过了就再难得到。
        nan2 de2 de5 ji1 hui4 | bu2 yao4 cuo4 guo4 | cuo4 guo4 le5 jiu4 zai4 nan2 de2 dao4
        我觉得得去一趟，你觉得呢？
        wo3 jue2 de5 dei3 qu4 yi2 tang4 | ni3 jue2 de5 ne5
        还是让他还书吧，他还欠着图书馆好几本呢。
        hai2 shi4 rang4 ta1 huan2 shu1 ba5 | ta1 hai2 qian4 zhe5 tu2 shu1 guan3 hao2 ji2 ben3 ne5
        行人走在人行道上，一行白鹭飞上青天，这一行不好干。
        xing2 ren2 zou3 zai4 ren2 xing2 dao4 shang4 | yi4 hang2 bai2 lu4 fei1 shang4 qing1 tian1 | zhe4 yi4 hang2 bu4 hao3 gan4
        重新装修后的房子重现光彩，沉重的家具都搬走了。
        chong2 xin1 zhuang1 xiu1 hou4 de5 fang2 zi5 chong2 xian4 guang1 cai3 | chen2 zhong4 de5 jia1 ju4 dou1 ban1 zou3 le5
        """
}

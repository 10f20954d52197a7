import Testing

@testable import BatchVideo

@Suite("Mandarin text normalisation")
struct SpeechNormalizerTests {
    @Test(
        "dates and years",
        arguments: [
            ("2024年", "二零二四年"), ("1980年代", "一九八零年代"), ("80后", "八零后"), ("00后", "零零后"),
            ("公元前221年", "公元前二二一年"), ("98年5月", "九八年五月"), ("08年", "零八年"), ("3000年历史", "三千年历史"),
            ("500年", "五百年"), ("10年", "十年"), ("2年", "两年"), ("2000年", "二零零零年"), ("2000年前", "两千年前"),
            ("2024-12-31", "二零二四年十二月三十一日"), ("2024/1/5", "二零二四年一月五日"),
            ("2024.12.31", "二零二四年十二月三十一日"), ("2024-12-31日", "二零二四年十二月三十一日"),
            ("12月31日", "十二月三十一日"), ("2月2日", "二月二日"), ("2024-2025年", "二零二四到二零二五年"),
            ("从2010到2020", "从二零一零到二零二零"), ("2024款", "二零二四款"), ("迎接2024", "迎接二零二四"),
            ("共2024件", "共两千零二十四件"), ("二〇二四年", "二〇二四年"), ("2024年1-3月", "二零二四年一到三月"),
        ])
    func dates(text: String, words: String) { expect(text, words) }

    @Test(
        "times of day",
        arguments: [
            ("8:05", "八点零五分"), ("18:30:15", "十八点三十分十五秒"), ("8:00", "八点整"), ("2:30", "两点三十分"),
            ("00:10", "零点十分"), ("8：05", "八点零五分"), ("8:00-18:00", "八点整到十八点整"),
            ("8:05 PM", "下午八点零五分"),
            ("9:30am", "上午九点三十分"), ("24:00", "二十四点整"), ("上午9:30", "上午九点三十分"),
        ])
    func times(text: String, words: String) { expect(text, words) }

    @Test(
        "money",
        arguments: [
            ("¥1,234.5元", "一千二百三十四点五元"), ("￥99", "九十九元"), ("$3.5亿", "三点五亿美元"), ("€100", "一百欧元"),
            ("£20", "二十英镑"), ("100USD", "一百美元"), ("5万RMB", "五万元"), ("HK$50", "五十港元"),
            ("¥12.50", "十二点五元"),
            ("$5 billion", "五十亿美元"), ("US$1.2 trillion", "一万两千亿美元"), ("¥10-20", "十到二十元"),
            ("2元", "两元"),
            ("$2", "两美元"), ("2.5元", "二点五元"), ("100元/月", "一百元每月"), ("3块5", "三块五"),
        ])
    func money(text: String, words: String) { expect(text, words) }

    @Test(
        "percentages, fractions and ratios",
        arguments: [
            ("5.2%", "百分之五点二"), ("3‰", "千分之三"), ("10%-20%", "百分之十到百分之二十"), ("10-20%", "百分之十到二十"),
            ("-3%", "负百分之三"), ("100％", "百分之一百"), ("2/3", "三分之二"), ("1/2杯", "二分之一杯"), ("½", "二分之一"),
            ("3:1", "三比一"), ("16:9", "十六比九"), ("比分3-1", "比分三比一"), ("2:0", "二比零"),
            ("比例10:15", "比例十比十五"),
        ])
    func shares(text: String, words: String) { expect(text, words) }

    @Test(
        "ranges and negative numbers",
        arguments: [
            ("-5~3℃", "零下五到三摄氏度"), ("-5℃", "零下五摄氏度"), ("-5度", "零下五度"), ("气温-5℃", "气温零下五摄氏度"),
            ("3-5年", "三到五年"), ("10~15个", "十到十五个"), ("2-3天", "两到三天"), ("3月-5月", "三月到五月"),
            ("周一-周五", "周一到周五"), ("5-10km", "五到十公里"), ("100——200人", "一百到二百人"), ("第1-5章", "第一到五章"),
            ("-3.5", "负三点五"), ("得分-2", "得分负二"), ("50元-100元", "五十元到一百元"), ("3-502", "三杠五零二"),
        ])
    func ranges(text: String, words: String) { expect(text, words) }

    @Test(
        "telephones and other codes",
        arguments: [
            ("13812345678", "幺三八幺二三四五六七八"), ("138-1234-5678", "幺三八幺二三四五六七八"),
            ("010-62345678", "零幺零六二三四五六七八"), ("400-800-8820", "四零零八零零八八二零"),
            ("+86 138 1234 5678", "加八六幺三八幺二三四五六七八"), ("拨打110", "拨打幺幺零"), ("打120", "打幺二零"),
            ("110个", "一百一十个"), ("110报警", "幺幺零报警"), ("12345热线", "幺二三四五热线"), ("No.1", "第一"),
            ("NO.3", "第三"),
            ("3.5.1", "三点五点一"), ("192.168.1.1", "一九二点一六八点一点一"), ("G1234次", "[G]幺二三四次"),
            ("305路", "三零五路"), ("5路", "五路"), ("302室", "三零二室"), ("CA1234航班", "[CA]幺二三四航班"),
            ("身份证号110101199001011234", "身份证号一一零一零一一九九零零一零一一二三四"), ("验证码8848", "验证码八八四八"),
            ("007", "零零七"), ("996", "九九六"), ("985高校", "九八五高校"), ("985元", "九百八十五元"),
        ])
    func codes(text: String, words: String) { expect(text, words) }

    @Test(
        "quantities and units",
        arguments: [
            ("12kg", "十二公斤"), ("120km/h", "一百二十公里每小时"), ("25℃", "二十五摄氏度"), ("25°C", "二十五摄氏度"),
            ("30㎡", "三十平方米"), ("100m²", "一百平方米"), ("5 cm", "五厘米"), ("16GB", "十六[GB]"),
            ("2kWh", "两千瓦时"),
            ("50Hz", "五十赫兹"), ("10m/s", "十米每秒"), ("35μg/m³", "三十五微克每立方米"), ("10w粉丝", "十万粉丝"),
            ("2个", "两个"), ("12个", "十二个"), ("2号", "二号"), ("2楼", "二楼"), ("2年级", "二年级"), ("2点", "两点"),
            ("2万", "两万"),
            ("1.5亿", "一点五亿"), ("3000万", "三千万"), ("500多", "五百多"), ("第2名", "第二名"), ("0.5", "零点五"),
            ("3.14", "三点一四"),
            ("1,000,000", "一百万"), ("3，500", "三|五百"), ("1、2、3", "一|二|三"), ("30°", "三十度"),
            ("24h", "二十四小时"),
        ])
    func quantities(text: String, words: String) { expect(text, words) }

    @Test(
        "arithmetic and symbols",
        arguments: [
            ("3+5=8", "三加五等于八"), ("10-2=8", "十减二等于八"), ("5 - 3 = 2", "五减三等于二"),
            ("5×3=15", "五乘三等于十五"),
            ("6÷2=3", "六除以二等于三"), ("5>3", "五大于三"), ("±5", "正负五"), ("1920x1080", "一千九百二十乘一千零八十"),
            ("18+", "十八加"),
            ("Ⅳ期", "四期"), ("①准备", "一准备"), ("１２３", "一百二十三"), ("ＡＢＣ", "[ABC]"), ("@小明", "小明"),
            ("#话题#", "话题"),
            ("你好😀世界", "你好世界"), ("👍🏻", ""), ("❤️", ""), ("", ""), ("。。。", ""), ("男/女", "男|女"),
            ("牛奶+面包", "牛奶加面包"),
        ])
    func symbols(text: String, words: String) { expect(text, words) }

    @Test(
        "Latin words, and figures at their ends",
        arguments: [
            ("GDP增长", "[GDP]增长"), ("A股", "[A]股"), ("T恤", "[T]恤"), ("5G", "五[G]"),
            ("Wi-Fi", "[Wi-Fi]"), ("iPhone15", "[iPhone]十五"),
            ("iPhone 15 Pro", "[iPhone]十五[Pro]"), ("GPT-4", "[GPT]四"), ("GPT-4o", "[GPT-4o]"),
            ("C919", "[C]九幺九"), ("PM2.5", "[PM]二点五"),
            ("H2O", "[H2O]"), ("V3.5.1", "[V]三点五点一"), ("A&B", "[A&B]"), ("C++", "[C++]"),
            ("C#", "[C#]"), ("APP", "[A P P]"),
            ("用Swift and FFmpeg做", "用[Swift and FFmpeg]做"), ("I have 3 cats", "[I have 3 cats]"),
            ("café", "[café]"),
            ("https://www.example.com/a?b=1", "[example dot com]"), ("www.gov.cn", "[gov dot cn]"),
            ("me@example.com", "[me at example dot com]"),
            ("访问example.cn。", "访问[example dot cn]"),
        ])
    func latin(text: String, words: String) { expect(text, words) }

    @Test("punctuation is silence")
    func punctuation() {
        let items = SpeechNormalizer.spoken("（甲）、乙，丙；丁：戊……己——庚！辛。").items

        let pauses = items.compactMap { item -> Int? in
            if case .pause(let ms) = item { ms } else { nil }
        }
        #expect(
            pauses == [
                Pause.enumerationMs, Pause.commaMs, Pause.semicolonMs, Pause.colonMs,
                Pause.ellipsisMs,
                Pause.ellipsisMs, Pause.sentenceMs,
            ])
    }

    private func expect(
        _ text: String, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(spoken(text) == words, sourceLocation: sourceLocation)
    }

    private func spoken(_ text: String) -> String {
        SpeechNormalizer.spoken(text).items.map { item in
            switch item {
            case .char(let char): Unicode.Scalar(char.scalar).map(String.init) ?? "?"
            case .latin(let text, _): "[\(text)]"
            case .pause: "|"
            case .boundary: ""
            }
        }.joined()
    }
}

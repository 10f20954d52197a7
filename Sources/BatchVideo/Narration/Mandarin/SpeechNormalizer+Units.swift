/// Numbers with their units, and what letters do to numbers.
extension SpeechNormalizer {
    /// "12kg", "120 km/h", "25℃", "10w", "3x".
    func quantity(_ at: Int) -> Reading? {
        guard let numeral = numeral(at), !isGlued(at), !numeral.hasLeadingZero || !numeral.isInteger
        else { return nil }
        let scale = scale(numeral.end)
        let scaleEnd = numeral.end + scale.unicodeScalars.count
        guard let unit = Units.unit(in: source, at: scaleEnd) else { return nil }
        let count =
            numeral.isInteger && numeral.integer == "2" && !isOrdinal(at) ? "两" : numeral.spoken
        let parts = [
            cardinalPart((count + scale, at, scaleEnd)),
            cardinalPart((unit.name, scaleEnd, unit.end)),
        ]
        return Reading(parts: parts, end: unit.end)
    }
}

extension SpeechNormalizer {
    /// "100元/月", "3次/天" -> 每.
    func per(_ at: Int) -> Reading? {
        guard source[at] == 0x2F, Glyph.isHan(source[at + 1]),
            isOne(of: "元块次人个米吨里时天升克斤度份张台辆件套户角毛镑币", at: at - 1),
            (max(0, at - 8)..<at).contains(where: {
                Glyph.isDigit(source[$0]) || Numerals.isNumeral(source[$0])
            })
        else { return nil }
        return Reading("每", .written, from: at, to: at + 1)
    }
}

/// Units of measurement after a number.
enum Units {
    struct Unit {
        var name: String
        var end: Int
        var isTemperature: Bool
    }

    /// The unit that stands at `at`, one space allowed before it.
    static func unit(in source: SourceText, at: Int) -> Unit? {
        let start = Glyph.isSpace(source[at]) ? at + 1 : at
        guard let (mark, name) = longest(in: source, at: start) else { return nil }
        var end = start + mark
        var full = name
        if source[end] == 0x2F, let (lower, lowerName) = longest(in: source, at: end + 1) {
            full += "每" + lowerName
            end += 1 + lower
        }
        let last = source[end - 1]
        if Glyph.isASCIILetter(last), Glyph.isLatin(source[end]) || Glyph.isDigit(source[end]) {
            return nil
        }
        return Unit(name: full, end: end, isTemperature: full.hasSuffix("氏度"))
    }

    static func isTemperature(in source: SourceText, at: Int) -> Bool {
        unit(in: source, at: at)?.isTemperature ?? false
    }

    private static func longest(in source: SourceText, at: Int) -> (length: Int, name: String)? {
        for length in stride(from: maxLength, through: 1, by: -1) where at + length <= source.count
        {
            if let name = names[Array(source.scalars[at..<at + length])] { return (length, name) }
        }
        return nil
    }

    private static let maxLength = 5

    private static let names: [[UInt32]: String] = {
        var table: [[UInt32]: String] = [:]
        for (marks, name) in list {
            for mark in marks.split(separator: " ") {
                table[mark.unicodeScalars.map(\.value)] = name
            }
        }
        return table
    }()

    private static let list: [(marks: String, name: String)] = [
        ("km KM Km ㎞", "公里"), ("m", "米"), ("dm", "分米"), ("cm CM ㎝", "厘米"), ("mm MM ㎜", "毫米"),
        ("μm µm um ㎛", "微米"), ("nm ㎚", "纳米"), ("in", "英寸"), ("ft", "英尺"),
        ("kg KG Kg ㎏", "公斤"), ("g", "克"), ("mg ㎎", "毫克"), ("μg µg ug", "微克"), ("t", "吨"),
        ("lb lbs", "磅"),
        ("oz", "盎司"), ("L l ℓ", "升"), ("mL ml ML ㎖", "毫升"), ("㎡ m² m2", "平方米"),
        ("km² km2 ㎢", "平方公里"),
        ("cm² cm2 ㎠", "平方厘米"), ("mm² mm2 ㎟", "平方毫米"), ("m³ m3 ㎥", "立方米"), ("cm³ cm3 ㎤", "立方厘米"),
        ("℃ °C", "摄氏度"), ("℉ °F", "华氏度"), ("° ˚", "度"), ("h", "小时"), ("min", "分钟"), ("s", "秒"),
        ("ms", "毫秒"),
        ("kWh KWh kwh", "千瓦时"), ("kW KW kw", "千瓦"), ("MW", "兆瓦"), ("GW", "吉瓦"), ("W", "瓦"),
        ("V", "伏"), ("kV", "千伏"),
        ("mA", "毫安"), ("mAh mah", "毫安时"), ("Wh", "瓦时"), ("Hz HZ", "赫兹"), ("kHz KHz", "千赫兹"),
        ("MHz", "兆赫兹"), ("GHz", "吉赫兹"), ("dB db", "分贝"), ("Pa", "帕"), ("kPa", "千帕"), ("hPa", "百帕"),
        ("MPa", "兆帕"),
        ("mmHg", "毫米汞柱"), ("cal", "卡"), ("kcal Kcal", "千卡"), ("J", "焦"), ("kJ", "千焦"), ("N", "牛"),
        ("mol", "摩尔"), ("rpm", "转每分钟"), ("fps", "帧每秒"), ("mph", "英里每小时"), ("Ω", "欧姆"), ("px", "像素"),
        ("w", "万"), ("ha", "公顷"), ("kbps Kbps", "千比特每秒"), ("Mbps", "兆比特每秒"), ("Gbps", "吉比特每秒"),
    ]
}

/// Words that count: after them a bare 2 is 两, and a number is a quantity.
enum Measures {
    /// Whether 2 is said 两 before what stands at `at`.
    static func countsPairs(in source: SourceText, at: Int) -> Bool {
        !ordinals.contains(where: { starts($0, in: source, at: at) })
            && isMeasure(in: source, at: at)
    }

    static func isMeasure(in source: SourceText, at: Int) -> Bool {
        words.contains { starts($0, in: source, at: at) } || single.contains(source[at])
    }

    private static func starts(_ word: [UInt32], in source: SourceText, at: Int) -> Bool {
        word.enumerated().allSatisfy { source[at + $0.offset] == $0.element }
    }

    private static let single = Set(
        ("个個名位件只隻条條张張本支枝把辆輛台臺间間套层層次遍回场場天年周週岁歲元块塊毛角米斤克吨噸升倍成种種类類项項款份篇首部集章节節句段页頁行步口家"
            + "所座栋棟幢片朵棵株头頭匹群双雙对對副组組队隊批排串杯碗瓶盒箱袋包桶盘盤顿頓勺滴粒颗顆枚道门門面根架艘亩畝人国國省市县縣村校者万萬千亿億样樣方侧側"
            + "边邊端极股派点點下大岸性秒寸尺丈里代辈届屆周旬轮輪波拨撥笔筆单單票场篮只环类档桌席床帧格针粒剂瓣束捆筐篓滩处處声聲").unicodeScalars.map(
                \.value))

    private static let words: [[UInt32]] = [
        "小时", "分钟", "公里", "千米", "厘米", "毫米", "公斤", "千克", "毫克", "毫升", "平方", "立方", "摄氏", "英里",
        "英尺", "英寸", "海里", "光年", "刻钟", "公顷", "兆", "度", "分", "星期", "礼拜", "百分点",
    ].map { $0.unicodeScalars.map(\.value) }

    private static let ordinals: [[UInt32]] = [
        "年级", "次元", "代码", "级", "路", "环", "线", "维", "手", "胎", "孩", "战", "氧", "进制", "单元", "楼",
        "等奖", "号", "月", "日", "班", "期", "季度", "分之",
    ].map { $0.unicodeScalars.map(\.value) }
}

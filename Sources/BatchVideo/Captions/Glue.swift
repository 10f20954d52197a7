/// Neighbouring pieces of text that no caption or line may divide.
enum Glue {
    static func joins(_ left: String, _ right: String) -> Bool {
        guard let last = left.last, let first = right.first else { return false }
        if last.isOpener || last == "·" || first == "·" || first == "•" { return true }
        if first.isCloser { return true }
        if last.isWhitespace { return joinsSpaced(left, right) }
        if "-‐‑–/'’_@".contains(last), first.isLetter || first.isNumber { return true }
        if particles.contains(right.filter { !$0.isCloser && !$0.isWhitespace }) { return true }
        if left == "第" || left.hasSuffix("分之") { return true }
        if numerals.contains(last), numerals.contains(first) { return true }
        if left.hasSuffix("个"), right.hasPrefix("月"), left.dropLast().allSatisfy(isNumeral) {
            return true
        }
        return isQuantity(left) && measures.contains { right.hasPrefix($0) }
            || isDatePart(left) && first.isNumber
    }

    /// "Mr. Smith", "No. 5", "5 p.m.", "3.5 million", "10 kg".
    private static func joinsSpaced(_ left: String, _ right: String) -> Bool {
        let before = left.lowercased().filter { !$0.isWhitespace && !$0.isOpener }
        let after = right.lowercased().filter { $0.isLetter || "%℃°".contains($0) }
        if titles.contains(before) { return true }
        if before == "no." || before == "p." { return right.first?.isNumber == true }
        guard before.last?.isNumber == true else { return false }
        return afterNumber.contains(after)
    }

    /// "3", "3.5亿", "三", "几": something that is counted follows.
    private static func isQuantity(_ text: String) -> Bool {
        if text.allSatisfy(isNumeral) { return true }
        var core = Substring(text)
        while let last = core.last, "万亿千百十多余几".contains(last) { core.removeLast() }
        return core.last?.isNumber == true && core.last?.isHan == false
    }

    /// "2024年", "12月", "8点": the date or time goes on.
    private static func isDatePart(_ text: String) -> Bool {
        guard let last = text.last, "年月点时".contains(last) else { return false }
        return text.dropLast().last?.isNumber == true
    }

    private static func isNumeral(_ character: Character) -> Bool {
        numerals.contains(character) || character.isNumber
    }

    private static let numerals = Set("一二三四五六七八九十百千万亿两几半每")
    /// Never begin a line in good typesetting: they finish the word before.
    private static let particles: Set<String> = [
        "的", "了", "着", "过", "地", "得", "们", "吗", "呢", "吧", "啊", "呀", "嘛", "之", "者", "性",
        "化", "里", "上", "下", "中", "时", "后", "前", "内", "外",
    ]
    private static let measures = [
        "年", "月", "日", "号", "点", "分", "秒", "小时", "时", "天", "周", "岁", "个", "只", "条", "位",
        "名", "件", "种", "次", "倍", "元", "块", "角", "毛", "万", "亿", "千", "百", "十", "度", "米", "克",
        "斤", "吨", "里", "公里", "公斤", "厘米", "毫米", "平方", "立方", "摄氏", "美元", "人民币", "人", "家",
        "本", "张", "句", "座", "台", "辆", "部", "套", "项", "场", "层", "页", "章", "节", "遍", "趟", "步",
        "口", "双", "对", "世纪", "刻", "届", "代", "杯", "碗", "瓶", "片", "颗", "根", "棵", "朵", "首", "余",
        "多", "kg", "km", "cm", "mm", "ml", "GB", "MB", "TB", "Hz", "fps", "°", "％", "‰",
    ]
    private static let titles: Set<String> = [
        "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "vs.", "e.g.", "i.e.", "fig.", "gen.", "sen.",
    ]
    private static let afterNumber: Set<String> = [
        "am", "pm", "percent", "million", "billion", "trillion", "thousand", "hundred", "kg",
        "km", "cm", "mm", "m", "g", "mg", "ml", "l", "%", "℃", "°c", "°f", "gb", "mb", "tb", "hz",
        "ghz", "bc", "ad",
    ]
}

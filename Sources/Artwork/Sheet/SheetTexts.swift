import BatchVideo

/// What cards and covers say on the sheets, in one language or script.
struct SheetTexts: Sendable {
    let name: String
    let saying: String
    let heading: String
    let items: [String]
    let value: String
    let caption: String
    let title: String

    var all: [String] { [saying, heading, value, caption, title] + items }

    static let languages: [SheetTexts] = [
        SheetTexts(
            name: "zh", saying: "百善孝为先，陪伴是最长情的告白", heading: "养生要做好三件事",
            items: ["早睡早起，不熬夜", "每天走八千步", "常和老朋友聊天"], value: "5.2%", caption: "GDP 增长",
            title: "人过六十，有三样东西千万不要省"),
        SheetTexts(
            name: "zh-Hant", saying: "歲月不居，時節如流，願你眼裡的光從不黯淡", heading: "過好一天的方法",
            items: ["少鹽少油", "飯後走一走", "睡前讀幾頁書", "對鏡子笑一笑"], value: "8000步", caption: "每天走的路",
            title: "老人常做這三件事，越活越年輕"),
        SheetTexts(
            name: "en", saying: "A quiet mind sees more than a busy one",
            heading: "Five habits of people who live long",
            items: ["Sleep eight hours", "Walk after meals", "Drink water before coffee", "Call a friend", "Laugh"],
            value: "8.1 billion", caption: "People on the planet", title: "The Lighthouse That Waited a Hundred Years"),
        SheetTexts(
            name: "ja", saying: "静かな心は、忙しい心よりも多くのものを見つける", heading: "三つの習慣",
            items: ["朝は白湯を一杯飲む", "階段を使って歩く", "夜は本を読む"], value: "71%", caption: "地球の表面を覆う海",
            title: "秋の山で見つけた、忘れられない景色"),
        SheetTexts(
            name: "ko", saying: "천천히 걷는 사람만이 길가에 핀 꽃을 볼 수 있다", heading: "건강한 하루를 위한 세 가지",
            items: ["물을 자주 마시기", "천천히 걷기", "일찍 자기"], value: "12시간", caption: "눈 속을 걸은 시간",
            title: "백 년을 기다린 등대 이야기"),
        SheetTexts(
            name: "ar", saying: "العقل الهادئ يرى أكثر مما يراه العقل المشغول", heading: "ثلاث عادات للصحة",
            items: ["النوم مبكراً", "المشي كل يوم بعد الطعام", "شرب الماء"], value: "٧١٪", caption: "من سطح الأرض ماء",
            title: "المنارة التي انتظرت مئة عام"),
        SheetTexts(
            name: "th", saying: "จิตใจที่สงบมองเห็นได้มากกว่าจิตใจที่วุ่นวาย", heading: "สามสิ่งที่ควรทำทุกวัน",
            items: ["ดื่มน้ำให้เพียงพอ", "เดินเล่นตอนเช้า", "นอนหลับให้เต็มที่"],
            value: "71%", caption: "พื้นผิวโลกที่เป็นน้ำ",
            title: "ประภาคารที่รอคอยมาหนึ่งร้อยปี"),
        SheetTexts(
            name: "emoji", saying: "早睡早起 🌅，身体好 💪！", heading: "三件小事 🌿",
            items: ["🥗 多吃蔬菜", "🚶 多走路", "😴 早睡觉"], value: "100%", caption: "Good mood ☀️ guaranteed",
            title: "Tea 🍵 or coffee ☕? 茶和咖啡，怎么选"),
    ]

    /// Short, long and awkward titles.
    static let titles = [
        "静", "Go", "一期一会", "老人常做这三件事，越活越年轻", "90岁老中医：每天做好3件小事，活到100岁不是梦！",
        "为什么越来越多的人选择在秋天去旅行", "人生没有白走的路，每一步都算数，走得慢一点，才能看见更多风景",
        "The Lighthouse That Waited a Hundred Years for a Ship", "Supercalifragilisticexpialidocious",
        "One who plants a tree knowing that others will sit in its shade has begun to understand the meaning of life",
        "静かな心は、忙しい心よりも多くのものを見つけることができる", "المنارة التي انتظرت مئة عام حتى تعود السفينة إلى الميناء",
    ]
}

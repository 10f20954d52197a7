import Testing

@testable import BatchVideo

@Suite("Visemes")
struct VisemeTests {
    /// What espeak-ng 1.51's voices say, by voice.
    private static let inventories = [
        "cmn": """
            (cmn) (en) 0 ; @ @r E I N S T _ _: _| a a# aI aU d dZ eI f g h i. i: j k l m n o o@ ong
            r s s. t tS ts. ts.h u: u@ v w yE yu z
            """,
        "cmn-latn-pinyin": """
            ; @ @r A Au N S; X _ _: _| a ai ei f i i. i[ iA iE iou j k kh l m n o o- ong ou p ph s
            s. t tS; tS;h th ts ts. ts.h tsh u u@ ua uai uei uo w y y& y@ yE yi yu z.
            """,
        "yue": """
            N _ _: _| a aa ai c d e ei eng eo eoi f g h i ing j k l m n ng o oe oeng ong ou s t u w
            yu z
            """,
        "en": """
            0 3 3: ? @ @2 @L D E I N O: OI S T U U@ V Z _ _: a a# aI aI3 aU b d dZ e@ eI f g h i i:
            i@3 j k l m n n- oU p r r- s t t# tS u: v w z A: I2 I# @5 aI@ aU@ O@ 3r l- w# m-
            """,
        "es": "** B D J^ Q R2 T _ _: a aI d e eI eU f g i j k l l^ m n n^ o oI p r s t u w x",
        "ja": #"C N N\ _ _: _j a d d_z\ e g h i k m n o p p\ r` s s\ t t_s t_s\ u u~ w"#,
        "ko": """
            * @ E L N _ _: a b d e g h i j k- kh m n o p p- ph q q- s s- t t- tS tS; tS;- u u- w
            """,
    ]

    @Test("every phoneme of six languages has shapes", arguments: inventories.keys.sorted())
    func voices(_ voice: String) {
        let names = Self.inventories[voice, default: ""].split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(names.count > 20)

        for name in names {
            let visemes = Viseme.spoken(name)
            let isPause = name.hasPrefix("(") || ["_", "_:", "_|"].contains(name)

            #expect(!visemes.isEmpty)
            #expect(visemes.contains(.silence) == isPause, "\(name): \(visemes)")
        }
    }

    @Test(
        "sounds have the shapes that they are made with",
        arguments: [
            ("p", [Viseme.p]), ("ph", [.p, .k]), ("m-", [.p]), ("f", [.f]), ("tS", [.sh]), ("ts.h", [.sh]),
            ("tsh", [.s]), ("t_s\\", [.sh]), ("S;", [.sh]), ("z.", [.r]), ("i.", [.s]), ("i:", [.i]),
            ("aI", [.a, .i]), ("aU", [.a, .u]), ("OI", [.o, .i]), ("uai", [.u, .a, .i]), ("iou", [.i, .o, .u]),
            ("y&", [.y, .e]), ("ong", [.o, .k]), ("@L", [.e, .l]), ("aI3", [.a, .i, .r]), ("aa", [.a]),
            ("l^", [.l]), ("R2", [.r]), ("p\\", [.u]), ("_:", [.silence]), ("(en)", [.silence]), ("", [.silence]),
        ])
    func shapes(_ name: String, _ expected: [Viseme]) {
        #expect(Viseme.spoken(name) == expected)
    }

    @Test("an unknown name is read by its letters' classes", arguments: [("ɐ", Viseme.a), ("ʃ'", .sh), ("Ж", .e)])
    func unknown(_ name: String, _ expected: Viseme) {
        #expect(Viseme.spoken(name) == [expected])
    }

    @Test("there are fifteen, each within the bounds of a shape, and lips close for p alone")
    func bounds() {
        #expect(Viseme.allCases.count == 15)
        for viseme in Viseme.allCases {
            #expect(MouthShape(lanes: viseme.shape.lanes) == viseme.shape)
            #expect(viseme.closesLips == (viseme == .p))
        }
        #expect(Viseme.p.shape.opening == 0)
    }
}

/// Progressions of four bars that go together in one mode, a chord per bar (`MusicChord.init`).
///
/// An opening ends in the air (dominant, subdominant), a closing comes home: together they are a
/// period of eight bars. A bridge begins away from the tonic, a return leads back to it.
struct MusicHarmony: Sendable {
    var mode: MusicKey.Mode
    var openings: [String]
    var closings: [String]
    var bridges: [String]
    var returns: [String]

    /// More than one where several modes suit the mood.
    static func all(for mood: MusicMood) -> [MusicHarmony] {
        switch mood {
        case .calm: [stillMajor, stillMajor, stillLydian]
        case .warm: [tenderMajor]
        case .hopeful: [risingMajor]
        case .pensive: [pensiveMinor, pensiveMinor, pensiveDorian]
        case .bright: [brightMajor, brightMajor, brightMixolydian]
        case .driving: [drivingMinor, drivingDorian]
        case .mysterious: [darkMinor, darkDorian, wideLydian]
        }
    }

    private static let stillMajor = MusicHarmony(
        mode: .major,
        openings: ["I9 IV7 I9 IV9", "I9 vi7 IV9 Vsus4", "I9 iii7 IV7 I/3", "I9 V/3 vi7 IV9"],
        closings: ["ii7 Vsus4 IV9 I9", "IV9 I/3 ii7 I9", "vi7 iii7 IV9 I9", "IV7 ii7 Vsus4 I9"],
        bridges: ["vi7 IV7 vi7 IV9", "IV7 iii7 vi7 ii7", "ii7 IV9 I/3 vi7"],
        returns: ["IV9 I/3 ii7 Vsus4", "ii7 vi7 IV9 Vsus4", "vi7 I/3 IV9 Vsus2"])

    private static let stillLydian = MusicHarmony(
        mode: .lydian,
        openings: ["I9 II I9 vi9", "I9 iii7 II I9", "I9 vi9 iii7 II"],
        closings: ["vi9 II I9 I9", "iii7 vi9 V9 I9", "vi9 iii7 II I9"],
        bridges: ["vi9 iii7 vi9 II", "iii7 V9 vi9 II"],
        returns: ["vi9 V9 iii7 II", "iii7 vi9 V9 II"])

    private static let tenderMajor = MusicHarmony(
        mode: .major,
        openings: ["I9 V/3 vi7 IV9", "I9 vi7 ii7 Vsus4", "I iii7 IV9 V", "IV7 V iii7 vi7", "I9 I/3 IV9 V"],
        closings: ["ii7 V I9 I9", "IV7 iii7 ii7 I9", "vi7 IV9 V I9", "IV9 Vsus4 V I9", "ii7 I/3 IV9 I9"],
        bridges: ["vi7 iii7 IV9 I/3", "IV7 V iii7 vi7", "ii7 iii7 IV9 vi7", "vi7 V/3 IV9 I/3"],
        returns: ["ii7 iii7 IV9 Vsus4", "IV9 I/3 ii7 V", "vi7 ii7 Vsus4 V"])

    private static let risingMajor = MusicHarmony(
        mode: .major,
        openings: ["I9 V vi7 IV9", "vi7 IV9 I V", "I9 IV9 vi7 V", "IV9 I/3 V vi7"],
        closings: ["ii7 IV9 V I9", "vi7 IV9 Vsus4 I9", "IV9 I/3 Vsus4 I9", "IV9 V vi7 I9"],
        bridges: ["IV9 V vi7 V/3", "vi7 V IV9 I/3", "ii7 vi7 IV9 V"],
        returns: ["IV9 V vi7 V", "ii7 I/3 IV9 V", "IV9 vi7 Vsus4 V"])

    private static let pensiveMinor = MusicHarmony(
        mode: .minor,
        openings: ["i9 VI7 III VII", "i9 v7 VI7 iv7", "i9 iv9 VI9 VII", "i9 VII/3 VI7 v7"],
        closings: ["iv9 v7 VI7 i9", "VI9 VII i9 i9", "iv7 v7 i9 i9", "VI7 iv9 v7 i9"],
        bridges: ["VI7 III VII iv9", "III VII/3 iv9 VI7", "VI9 VII III iv9"],
        returns: ["VI9 III iv9 v7", "iv9 VI7 VII v7", "III VII iv9 VII"])

    private static let pensiveDorian = MusicHarmony(
        mode: .dorian,
        openings: ["i9 IV9 i9 VII", "i7 ii7 III IV", "i9 III VII IV9"],
        closings: ["VII IV9 i9 i9", "III IV9 v9 i9", "v9 IV9 i9 i9"],
        bridges: ["III VII9 IV9 i9", "VII9 III ii7 IV"],
        returns: ["III IV9 VII9 v9", "ii7 III IV9 v9"])

    private static let brightMajor = MusicHarmony(
        mode: .major,
        openings: ["I IV9 I V", "I9 vi7 IV V", "I V/3 IV9 V", "I9 ii7 IV9 V"],
        closings: ["IV9 V I9 I", "ii7 V IV9 I9", "vi7 IV9 V I9", "IV I/3 ii7 I9"],
        bridges: ["vi7 IV9 ii7 V", "IV9 I/3 ii7 V", "iii7 vi7 IV9 V"],
        returns: ["ii7 iii7 IV9 V", "IV9 I/3 Vsus4 V", "vi7 ii7 IV9 V"])

    private static let brightMixolydian = MusicHarmony(
        mode: .mixolydian,
        openings: ["I VII9 IV9 I", "I9 v7 VII9 IV9", "I IV9 VII9 IV9"],
        closings: ["VII9 IV9 I9 I", "ii7 IV9 I9 I", "v7 VII9 IV9 I9"],
        bridges: ["IV9 I VII9 ii7", "ii7 v7 VII9 IV9"],
        returns: ["ii7 IV9 VII9 IV9", "IV9 ii7 v7 VII9"])

    private static let drivingMinor = MusicHarmony(
        mode: .minor,
        openings: ["i VI9 III VII", "i VII VI9 VII", "i9 III VII iv9"],
        closings: ["VI9 VII i i9", "iv9 VI9 VII i9", "III VII VI9 i9"],
        bridges: ["VI9 VII i9 III", "III VII iv9 VI9", "VI9 III VII iv9"],
        returns: ["iv9 VI9 III VII", "VI9 iv9 VII v7"])

    private static let drivingDorian = MusicHarmony(
        mode: .dorian,
        openings: ["i9 IV i9 VII", "i III VII IV", "i VII IV i9"],
        closings: ["VII IV i9 i", "III IV i9 i9", "v9 VII IV9 i9"],
        bridges: ["III VII i9 IV9", "VII9 IV9 III v9"],
        returns: ["III IV9 v9 VII", "IV9 VII9 v9 VII"])

    private static let darkMinor = MusicHarmony(
        mode: .minor,
        openings: ["i9 VI7 i9 iv9", "i9 iv7 VI7 v7", "i9 i7 VI9 iv9"],
        closings: ["VI7 iv9 i9 i9", "iv9 v7 i9 i9", "VI9 VII i9 i9"],
        bridges: ["iv9 VI7 iv9 VII", "VI9 III iv9 v7"],
        returns: ["iv9 VI9 III v7", "VI7 iv9 VII v7"])

    private static let darkDorian = MusicHarmony(
        mode: .dorian,
        openings: ["i9 IV9 i9 v9", "i9 VII9 IV9 i9", "i7 III9 IV9 v9"],
        closings: ["VII9 v9 i9 i9", "IV9 v9 i9 i9"],
        bridges: ["III9 IV9 VII9 v9", "v9 IV9 III9 VII9"],
        returns: ["III9 v9 IV9 VII9", "IV9 VII9 v9 v9"])

    private static let wideLydian = MusicHarmony(
        mode: .lydian,
        openings: ["I9 II I7 iii7", "I7 iii7 II I9", "I9 vii7 vi9 II"],
        closings: ["vi9 II I9 I9", "iii7 vii7 I9 I9", "V9 II I9 I9"],
        bridges: ["vi9 iii7 II vii7", "iii9 II V9 vi9"],
        returns: ["vi9 vii7 iii7 II", "V9 vi9 vii7 II"])
}

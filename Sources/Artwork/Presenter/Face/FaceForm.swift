import BatchVideo

/// The proportions of a figure's face, in units: (0, 0) lies between the eyes, x to the right.
struct FaceForm: Sendable {
    /// From the forehead beneath the hair to the chin.
    var outline: Contour
    var chin: Double
    var eyes = EyeForm()
    var brows = BrowForm()
    var nose = NoseForm()
    var mouth = MouthForm()
    var ears = EarForm()
    /// 0 smooth ... 1 lined.
    var age = 0.0
    /// Of the cheeks, 0 ... 1.
    var blush = 0.4
    /// 0 soft ... 1 a jaw with edges.
    var jaw = 0.0
    /// Faint shade of a shaven beard, 0 ... 1.
    var stubble = 0.0

    struct EyeForm: Sendable {
        /// Of the eye's middle from the axis, and half of its width.
        var place = 67.0
        var half = 35.0
        /// Of the lids above and below the line between the corners.
        var upper = 21.0
        var lower = 13.0
        /// How much higher the outer corner lies.
        var lift = 7.0
        var iris = 17.5
        /// Of the line of lashes; 1 for a woman's made-up eye.
        var lashes = 1.0
        var crease = 1.0
        /// Of powder on the lids, 0 ... 1.
        var shadow = 0.5
    }

    struct BrowForm: Sendable {
        /// Along the brow of the right half, from the nose outwards, and how wide it is there.
        var line: [(Double, Double)] = [(34, -50), (60, -61), (88, -61), (114, -43)]
        var widths = [6.5, 10, 8.5, 2]
        var alpha = 0.85
    }

    struct NoseForm: Sendable {
        var half = 27.0
        var base = 88.0
        /// Of the shade beside the bridge.
        var strength = 1.0
    }

    struct MouthForm: Sendable {
        var y = 137.0
        var half = 50.0
        var upper = 13.0
        var lower = 17.0
        /// How far lips differ from skin, 0 ... 1.
        var colour = 1.0
        /// How the corners lie at rest: above 0 they smile.
        var curl = 4.0
    }

    struct EarForm: Sendable {
        var x = 148.0
        var y = 28.0
        var width = 24.0
        var height = 52.0
        var isShown = true
    }
}

extension FaceForm {
    static func of(_ figure: PresenterFigure) -> FaceForm {
        switch figure {
        case .anchorWoman: anchorWoman
        case .anchorMan: anchorMan
        case .elderWoman: elderWoman
        case .elderMan: elderMan
        }
    }

    private static var anchorWoman: FaceForm {
        FaceForm(
            outline: Contour(mirrored: [
                (0, -218), (72, -208), (124, -164), (146, -94), (148, -30), (142, 40), (130, 95),
                (109, 144), (78, 188), (46, 215), (22, 226), (0, 229),
            ]), chin: 229,
            eyes: EyeForm(place: 68, half: 37, upper: 24, lower: 14, lift: 7, iris: 19),
            brows: BrowForm(line: [(34, -54), (62, -63), (92, -63), (118, -48)], widths: [8, 11, 9, 2.5]),
            mouth: MouthForm(y: 138, half: 50, upper: 13, lower: 17, curl: 7),
            ears: EarForm(isShown: false), blush: 0.5)
    }

    private static var anchorMan: FaceForm {
        FaceForm(
            outline: Contour(mirrored: [
                (0, -222), (76, -212), (128, -166), (147, -95), (149, -30), (145, 40), (137, 96),
                (120, 150), (92, 199), (56, 230), (28, 240), (0, 242),
            ]), chin: 242,
            eyes: EyeForm(
                place: 67, half: 34.5, upper: 18.5, lower: 11, lift: 4, iris: 16.5, lashes: 0.4, crease: 0.8,
                shadow: 0.1),
            brows: BrowForm(
                line: [(29, -45), (58, -54), (90, -56), (119, -42)], widths: [8, 14, 12, 3], alpha: 0.92),
            nose: NoseForm(half: 32, base: 94, strength: 1.25),
            mouth: MouthForm(y: 146, half: 54, upper: 9.5, lower: 13.5, colour: 0.6, curl: 5),
            ears: EarForm(x: 149, y: 26, width: 26, height: 54), blush: 0.2, jaw: 0.9, stubble: 0.35)
    }

    private static var elderWoman: FaceForm {
        FaceForm(
            outline: Contour(mirrored: [
                (0, -216), (74, -206), (124, -162), (146, -94), (149, -30), (146, 45), (138, 103),
                (119, 154), (88, 196), (51, 222), (25, 231), (0, 233),
            ]), chin: 234,
            eyes: EyeForm(
                place: 67, half: 33, upper: 16.5, lower: 11, lift: 3, iris: 16, lashes: 0.5, crease: 1,
                shadow: 0.25),
            brows: BrowForm(
                line: [(34, -50), (60, -59), (88, -58), (114, -42)], widths: [6, 8.5, 7, 2], alpha: 0.8),
            nose: NoseForm(half: 29, base: 91, strength: 1),
            mouth: MouthForm(y: 141, half: 50, upper: 9, lower: 13, colour: 0.85, curl: 5),
            age: 0.75, blush: 0.34)
    }

    private static var elderMan: FaceForm {
        FaceForm(
            outline: Contour(mirrored: [
                (0, -226), (76, -215), (128, -168), (148, -96), (150, -30), (147, 45), (141, 104),
                (125, 158), (97, 203), (60, 232), (30, 242), (0, 244),
            ]), chin: 244,
            eyes: EyeForm(
                place: 67, half: 32, upper: 15.5, lower: 10, lift: 2, iris: 15, lashes: 0.3, crease: 1,
                shadow: 0.08),
            brows: BrowForm(
                line: [(30, -44), (58, -54), (90, -53), (119, -36)], widths: [9, 12.5, 11, 4], alpha: 0.9),
            nose: NoseForm(half: 34, base: 97, strength: 1.2),
            mouth: MouthForm(y: 149, half: 52, upper: 7.5, lower: 11.5, colour: 0.5, curl: 6),
            ears: EarForm(x: 150, y: 30, width: 27, height: 60), age: 1, blush: 0.26, jaw: 0.6)
    }
}

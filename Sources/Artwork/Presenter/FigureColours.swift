import BatchVideo

/// Skin in light and shade, from its base colour.
struct SkinTone: Sendable {
    let base: Colour
    let light: Colour
    let shade: Colour
    let deep: Colour
    let blush: Colour
    let line: Colour

    init(_ hex: UInt32) {
        base = Colour(hex)
        light = base.mixed(Colour(0xFFF1E0), 0.5)
        shade = base.mixed(Colour(0xA8452F), 0.27).saturated(1.06)
        deep = base.mixed(Colour(0x6E2418), 0.46)
        blush = base.mixed(Colour(0xE4534F), 0.5)
        line = base.mixed(Colour(0x3A120E), 0.7)
    }
}

/// Hair in light and shade, from its base colour.
struct HairTone: Sendable {
    let base: Colour
    let dark: Colour
    let light: Colour
    let sheen: Colour

    init(_ hex: UInt32) {
        base = Colour(hex)
        let isGrey = base.oklab.x > 0.6
        dark = base.mixed(Colour(isGrey ? 0x4C4A52 : 0x0A0608), isGrey ? 0.38 : 0.5)
        light = base.mixed(Colour(isGrey ? 0xFFFFFF : 0xB98A63), isGrey ? 0.55 : 0.3)
        sheen = base.mixed(Colour(isGrey ? 0xFFFFFF : 0xE9C7A2), isGrey ? 0.85 : 0.5)
    }
}

/// All the colours of a figure.
struct FigureColours: Sendable {
    let skin: SkinTone
    let hair: HairTone
    let brow: Colour
    let iris: Colour
    let lip: Colour
    /// Of the coat, of what is worn beneath it, and of ties, trims and scarves.
    let cloth: Colour
    let shirt: Colour
    let accent: Colour
    /// Of the studio: its wall in the light, and in the shade.
    let wall: Colour
    let shade: Colour

    init(_ figure: PresenterFigure, _ palette: FigurePalette) {
        let row = Self.row(figure, palette)
        skin = SkinTone(row.skin)
        hair = HairTone(row.hair)
        brow = Colour(row.brow)
        iris = Colour(row.iris)
        lip = Colour(row.lip)
        (cloth, shirt, accent) = (Colour(row.cloth.0), Colour(row.cloth.1), Colour(row.cloth.2))
        (wall, shade) = (Colour(row.studio.0), Colour(row.studio.1))
    }

    private struct Row {
        var skin: UInt32
        var hair: UInt32
        var brow: UInt32
        var iris: UInt32
        var lip: UInt32
        var cloth: (UInt32, UInt32, UInt32)
        var studio: (UInt32, UInt32)
    }

    private static func row(_ figure: PresenterFigure, _ palette: FigurePalette) -> Row {
        switch figure {
        case .anchorWoman: anchorWoman(palette)
        case .anchorMan: anchorMan(palette)
        case .elderWoman: elderWoman(palette)
        case .elderMan: elderMan(palette)
        }
    }

    private static func anchorWoman(_ palette: FigurePalette) -> Row {
        switch palette {
        case .classic:
            Row(
                skin: 0xF4D0B5, hair: 0x33231C, brow: 0x3B2A22, iris: 0x54341F, lip: 0xC4586A,
                cloth: (0x2D4470, 0xF6F1E9, 0xF3E7D6), studio: (0xDFE9F2, 0x9DB4CC))
        case .warm:
            Row(
                skin: 0xEFC3A0, hair: 0x5A3622, brow: 0x553825, iris: 0x6A4526, lip: 0xC65C50,
                cloth: (0xB65A44, 0xFCF4E6, 0xEBC98F), studio: (0xF8E9D6, 0xD2A983))
        case .fresh:
            Row(
                skin: 0xF7D6BF, hair: 0x28201F, brow: 0x34292A, iris: 0x4A3020, lip: 0xCF6273,
                cloth: (0x23827F, 0xF5F8F3, 0xE9F1EA), studio: (0xE3F1EB, 0x8FBFB3))
        case .deep:
            Row(
                skin: 0xA06A4B, hair: 0x211819, brow: 0x241A19, iris: 0x3A2316, lip: 0x9E434B,
                cloth: (0x5F2E5A, 0xF4EAE0, 0xE2B96F), studio: (0xEADFEC, 0x9C86AE))
        }
    }

    private static func anchorMan(_ palette: FigurePalette) -> Row {
        switch palette {
        case .classic:
            Row(
                skin: 0xECC3A1, hair: 0x25201E, brow: 0x2B2421, iris: 0x452C1C, lip: 0xB77466,
                cloth: (0x2B3750, 0xF4F6FA, 0x8E2C39), studio: (0xE2E8EE, 0x93A6BA))
        case .warm:
            Row(
                skin: 0xE4B48E, hair: 0x3E2A1E, brow: 0x3F2C20, iris: 0x5E3F25, lip: 0xAF6858,
                cloth: (0x5E4737, 0xFBF3E7, 0xB4682F), studio: (0xF3E6D6, 0xC3A17F))
        case .fresh:
            Row(
                skin: 0xF0CAAB, hair: 0x2B2725, brow: 0x332C29, iris: 0x4B3322, lip: 0xBB7A6D,
                cloth: (0x3D628F, 0xF7FAFB, 0x2B7C86), studio: (0xE1EFF1, 0x86B1BC))
        case .deep:
            Row(
                skin: 0x8E5B3E, hair: 0x1D1716, brow: 0x211917, iris: 0x321E13, lip: 0x86493F,
                cloth: (0x383743, 0xEBF0F7, 0xC08F38), studio: (0xE8E2DA, 0x9A8F86))
        }
    }

    private static func elderWoman(_ palette: FigurePalette) -> Row {
        switch palette {
        case .classic:
            Row(
                skin: 0xEDC8AB, hair: 0xC9C5C4, brow: 0x8B807C, iris: 0x4F3826, lip: 0xB8636A,
                cloth: (0x7D3648, 0xF2E6D2, 0xDFC08A), studio: (0xF6EBDB, 0xCDAF8C))
        case .warm:
            Row(
                skin: 0xE6B993, hair: 0xD6CCC0, brow: 0x948474, iris: 0x5A3F29, lip: 0xB5614F,
                cloth: (0xA3542F, 0xFBF1DE, 0xEFD49B), studio: (0xF9EBD3, 0xD8AE76))
        case .fresh:
            Row(
                skin: 0xF1CFB5, hair: 0xB9BBC0, brow: 0x7E7E84, iris: 0x4A3A30, lip: 0xBE6A75,
                cloth: (0x3F6E7A, 0xF2F5F0, 0xD7E0CF), studio: (0xE9F0EC, 0xA5BDB8))
        case .deep:
            Row(
                skin: 0xA67153, hair: 0xAFA7A6, brow: 0x5F5452, iris: 0x3B2519, lip: 0x95464A,
                cloth: (0x4A3D70, 0xF1E7DB, 0xD9B478), studio: (0xEAE2EE, 0xA697B8))
        }
    }

    private static func elderMan(_ palette: FigurePalette) -> Row {
        switch palette {
        case .classic:
            Row(
                skin: 0xE6BD99, hair: 0xD3D2D2, brow: 0x9E9A97, iris: 0x45331F, lip: 0xAC6F62,
                cloth: (0x40594F, 0xEFEADC, 0x6E7F63), studio: (0xEEEBDD, 0xB3AC8C))
        case .warm:
            Row(
                skin: 0xDFAF87, hair: 0xDAD0C4, brow: 0xA39585, iris: 0x563C25, lip: 0xA7634F,
                cloth: (0x946A43, 0xF9F0DF, 0x7D4A33), studio: (0xF6E8D0, 0xCDA572))
        case .fresh:
            Row(
                skin: 0xECC7A7, hair: 0xBFC3C8, brow: 0x888B90, iris: 0x48382B, lip: 0xB3766B,
                cloth: (0x4B6784, 0xF2F5F7, 0x8C4A4A), studio: (0xE6EDF1, 0xA2B5C2))
        case .deep:
            Row(
                skin: 0x90603F, hair: 0xB6B0AC, brow: 0x6A605B, iris: 0x352114, lip: 0x854A3F,
                cloth: (0x643439, 0xEDE4D6, 0xC49A55), studio: (0xEBE1DA, 0xA9938A))
        }
    }
}

import Foundation

/// The styles of an ASS document for one look.
struct CaptionLooks {
    let style: CaptionStyle
    let font: CaptionFont
    let layout: CaptionLayout

    var styles: [String] {
        [
            "[V4+ Styles]",
            "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, "
                + "BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, "
                + "BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding",
            caption, shade,
        ]
    }

    private var caption: String {
        switch style.look {
        case .box: plated
        case .karaoke: outlined(fill: Colour.spoken)
        case .outline, .none: outlined(fill: Colour.white)
        }
    }

    private func outlined(fill: Colour) -> String {
        line("Caption", fill: fill, unspoken: Colour.white, border: Colour.ink, width: 0.075)
    }

    /// Only the blurred border is seen: a soft shadow around the letters.
    private var shade: String {
        line("Shade", fill: Colour.clear, unspoken: Colour.clear, border: Colour.shadow, width: 0.13)
    }

    private func line(
        _ name: String, fill: Colour, unspoken: Colour, border: Colour, width: Double
    ) -> String {
        let outline = (layout.em * width * 10).rounded() / 10
        return record(
            name, colours: [fill, unspoken, border, Colour.shadow], borderStyle: 1,
            outline: outline, shadow: 0)
    }

    /// Dark letters with a light rim (or the other way round on a dark plate) on a plate that libass
    /// draws behind the whole caption (`BorderStyle=4`); its padding is the shadow's size.
    private var plated: String {
        let plate = Colour(hex: style.plate) ?? Colour.brand
        let outline = (layout.em * 0.045 * 10).rounded() / 10
        return record(
            "Caption",
            colours: [plate.reading, plate.reading, plate.reading.opposite, plate.translucent],
            borderStyle: 4, outline: outline, shadow: (layout.em * 0.3).rounded())
    }

    /// ASS counts as a keypad does; the vertical margin has no effect in the middle.
    private var alignment: Int {
        switch style.position ?? .bottom {
        case .bottom: 2
        case .middle: 5
        case .top: 8
        }
    }

    private func record(
        _ name: String, colours: [Colour], borderStyle: Int, outline: Double, shadow: Double
    ) -> String {
        let size = (layout.em * font.heightPerEm * 10).rounded() / 10
        let fields: [String] =
            [name, font.family, "\(size)"] + colours.map(\.ass)
            + ["-1", "0", "0", "0", "100", "100", "0", "0", "\(borderStyle)", "\(outline)", "\(shadow)"]
            + ["\(alignment)", "\(layout.sideMargin)", "\(layout.sideMargin)", "\(layout.bottomMargin)", "1"]
        return "Style: " + fields.joined(separator: ",")
    }
}

/// A colour of an ASS style.
struct Colour: Hashable {
    var red: Int
    var green: Int
    var blue: Int
    /// 0 is opaque, 255 invisible.
    var transparency = 0

    static let white = Colour(red: 255, green: 255, blue: 255)
    static let ink = Colour(red: 16, green: 16, blue: 20)
    static let shadow = Colour(red: 0, green: 0, blue: 0, transparency: 110)
    static let spoken = Colour(red: 255, green: 214, blue: 64)
    static let clear = Colour(red: 0, green: 0, blue: 0, transparency: 255)
    static let brand = Colour(red: 0x57, green: 0x8B, blue: 0x2E)

    /// `&HAABBGGRR`.
    var ass: String {
        "&H" + [transparency, blue, green, red].map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count < 2 ? "0" + digits : digits
        }.joined()
    }

    var translucent: Colour {
        var colour = self
        colour.transparency = 56
        return colour
    }

    var opposite: Colour { self == Colour.ink ? Colour.white : Colour.ink }

    /// Near-black or white, whichever reads better on this colour (WCAG 2 relative luminance).
    var reading: Colour {
        let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        let darkContrast = (luminance + 0.05) / 0.055
        return darkContrast > 1.05 / (luminance + 0.05) ? Colour.ink : Colour.white
    }

    /// sRGB to linear light.
    private func linear(_ byte: Int) -> Double {
        let value = Double(byte) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}

extension Colour {
    /// RRGGBB in hexadecimal; nil for anything else.
    init?(hex: String) {
        guard hex.count == 6, hex.allSatisfy({ $0.isASCII && $0.isHexDigit }),
            let value = Int(hex, radix: 16)
        else { return nil }
        self.init(red: value >> 16, green: value >> 8 & 255, blue: value & 255)
    }
}

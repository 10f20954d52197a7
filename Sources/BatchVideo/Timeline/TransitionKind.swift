import Foundation

/// The ways in which one shot gives way to the next, named as ffmpeg's xfade names them
/// (`cover...` and `reveal...` as of ffmpeg 6.1).
///
/// A direction is the way things move: in `wipeleft` and `slideleft` the new picture comes from
/// the right. `slide...` moves both pictures, as xfade's do: it is what others call a push.
/// `cover...` moves the new picture over the old one, `reveal...` the old one off the new one.
/// `wipetl` and `diagtl` move towards the top left corner.
package enum TransitionKind: String, Sendable, Codable, CaseIterable {
    case cut, fade, dissolve, fadeblack, fadewhite
    case wipeleft, wiperight, wipeup, wipedown
    case slideleft, slideright, slideup, slidedown
    case coverleft, coverright, coverup, coverdown
    case revealleft, revealright, revealup, revealdown
    case smoothleft, smoothright, smoothup, smoothdown
    case wipetl, wipetr, wipebl, wipebr
    case diagtl, diagtr, diagbl, diagbr
    case circleopen, circleclose
    case horzopen, horzclose, vertopen, vertclose
    case hlslice, hrslice, vuslice, vdslice
    case radial, zoomin, hblur, pixelize
}

extension TransitionKind {
    /// The kind that people mean by `name`: xfade's name, or what editors call it, in English or
    /// Chinese; capitals, spaces, hyphens and underscores do not count.
    ///
    /// Throws `.invalid` with every name when there is none.
    package static func named(_ name: String) throws -> TransitionKind {
        let plain = name.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
        if let kind = TransitionKind(rawValue: plain) ?? aliases[plain] { return kind }
        let names = allCases.map(\.rawValue).joined(separator: ", ")
        throw BatchVideoError(
            .invalid, "unknown transition '\(name.prefix(40))'; choose among \(names)")
    }

    package static let aliases: [String: TransitionKind] = [
        "none": .cut, "crossfade": .fade, "fadein": .fade, "fadeinout": .fade, "mix": .fade,
        "fadetoblack": .fadeblack, "dip": .fadeblack, "diptoblack": .fadeblack,
        "fadetowhite": .fadewhite, "flash": .fadewhite, "diptowhite": .fadewhite,
        "wipe": .wipeleft, "slide": .slideleft, "cover": .coverleft, "reveal": .revealleft,
        "uncover": .revealleft, "smooth": .smoothleft, "diagonal": .diagbr,
        "push": .slideleft, "pushleft": .slideleft, "pushright": .slideright,
        "pushup": .slideup, "pushdown": .slidedown,
        "circle": .circleopen, "iris": .circleopen, "irisin": .circleclose,
        "doors": .vertopen, "blinds": .hlslice, "clock": .radial, "clockwipe": .radial,
        "zoom": .zoomin, "blur": .hblur, "pixelate": .pixelize, "mosaic": .pixelize,
        "无": .cut, "硬切": .cut, "切换": .cut, "淡入淡出": .fade, "交叉淡化": .fade, "渐变": .fade,
        "溶解": .dissolve, "叠化": .dissolve, "闪黑": .fadeblack, "闪白": .fadewhite,
        "擦除": .wipeleft, "滑动": .slideleft, "推入": .slideleft, "推移": .slideleft,
        "覆盖": .coverleft, "揭开": .revealleft, "圆形": .circleopen, "圆形展开": .circleopen,
        "圆形收缩": .circleclose, "开门": .vertopen, "百叶窗": .hlslice, "时钟": .radial,
        "缩放": .zoomin, "放大": .zoomin, "模糊": .hblur, "马赛克": .pixelize,
    ]
}

/// Which transitions a film uses.
package enum TransitionChoice: Hashable, Sendable {
    /// Mostly fades, now and then something more between paragraphs.
    case auto
    /// One of these at every border, seeded; never empty.
    case among([TransitionKind])

    /// Reads `auto`, `none`, or names separated by commas (`,`, `，` or `、`).
    ///
    /// Throws `.invalid` for a name that is not known, or none at all.
    package init(_ text: String) throws {
        let names = text.split { ",，、".contains($0) }.map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard !names.isEmpty else {
            throw BatchVideoError(
                .invalid, "name a transition such as fade, or say auto or none")
        }
        self = names == ["auto"] ? .auto : .among(try names.map(TransitionKind.named))
    }
}

/// As its text: `auto`, or names with commas.
extension TransitionChoice: Codable, CustomStringConvertible {
    package var description: String {
        switch self {
        case .auto: "auto"
        case .among(let kinds): kinds.map(\.rawValue).joined(separator: ",")
        }
    }

    package init(from decoder: any Decoder) throws {
        try self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

import BatchVideo

/// What a kind of transition does to the two pictures.
enum TransitionAct: Hashable, Sendable {
    case cut
    case fade
    /// Through black (16) or white (235).
    case through(level: Int32)
    /// Both pictures move: the new one pushes the old one out.
    case push(Heading)
    /// The new picture moves over the old one.
    case cover(Heading)
    /// The old picture moves off the new one.
    case uncover(Heading)
    /// The new picture appears at each place at a time of its own.
    case reveal(RevealShape)
    /// The camera flies into the old picture, which melts into the new one.
    case zoom
    case blur
    case mosaic

    init(_ kind: TransitionKind) {
        self =
            switch kind {
            case .cut: .cut
            case .fade: .fade
            case .fadeblack: .through(level: 16)
            case .fadewhite: .through(level: 235)
            case .dissolve: .reveal(.cloud)
            case .slideleft: .push(.left)
            case .slideright: .push(.right)
            case .slideup: .push(.up)
            case .slidedown: .push(.down)
            case .coverleft: .cover(.left)
            case .coverright: .cover(.right)
            case .coverup: .cover(.up)
            case .coverdown: .cover(.down)
            case .revealleft: .uncover(.left)
            case .revealright: .uncover(.right)
            case .revealup: .uncover(.up)
            case .revealdown: .uncover(.down)
            case .wipeleft: .reveal(.line(.left, softness: 0.12))
            case .wiperight: .reveal(.line(.right, softness: 0.12))
            case .wipeup: .reveal(.line(.up, softness: 0.12))
            case .wipedown: .reveal(.line(.down, softness: 0.12))
            case .smoothleft: .reveal(.line(.left, softness: 1))
            case .smoothright: .reveal(.line(.right, softness: 1))
            case .smoothup: .reveal(.line(.up, softness: 1))
            case .smoothdown: .reveal(.line(.down, softness: 1))
            case .wipetl: .reveal(.corner(right: false, bottom: false))
            case .wipetr: .reveal(.corner(right: true, bottom: false))
            case .wipebl: .reveal(.corner(right: false, bottom: true))
            case .wipebr: .reveal(.corner(right: true, bottom: true))
            case .diagtl: .reveal(.diagonal(right: false, bottom: false))
            case .diagtr: .reveal(.diagonal(right: true, bottom: false))
            case .diagbl: .reveal(.diagonal(right: false, bottom: true))
            case .diagbr: .reveal(.diagonal(right: true, bottom: true))
            case .circleopen: .reveal(.circle(isOpening: true))
            case .circleclose: .reveal(.circle(isOpening: false))
            case .horzopen: .reveal(.doors(isVertical: true, isOpening: true))
            case .horzclose: .reveal(.doors(isVertical: true, isOpening: false))
            case .vertopen: .reveal(.doors(isVertical: false, isOpening: true))
            case .vertclose: .reveal(.doors(isVertical: false, isOpening: false))
            case .hlslice: .reveal(.slices(.left))
            case .hrslice: .reveal(.slices(.right))
            case .vuslice: .reveal(.slices(.up))
            case .vdslice: .reveal(.slices(.down))
            case .radial: .reveal(.clock)
            case .zoomin: .zoom
            case .hblur: .blur
            case .pixelize: .mosaic
            }
    }
}

/// Which way things move on the screen.
enum Heading: Hashable, Sendable {
    case left, right, up, down

    var isHorizontal: Bool { self == .left || self == .right }
    /// Towards the upper left corner, where coordinates are small.
    var isBackward: Bool { self == .left || self == .up }
}

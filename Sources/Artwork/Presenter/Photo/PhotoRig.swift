import BatchVideo
import CCairo
import Foundation

/// A person's picture whose mouth is moved: the lower face slides down with the jaw, and what opens
/// is filled with the inside of a mouth. The picture breathes a little.
struct PhotoRig: Sendable {
    private let ground: [UInt32]
    private let photo: WarpBlit
    private let plate: Plate
    private let mouth: PhotoMouth
    private let centre: SIMD2<Double>

    /// How much a breath enlarges the picture, and how far it sways, as shares.
    private static let breath = 0.008
    private static let sway = 0.006

    init(_ picture: PhotoPicture, mouth: PresenterPhoto.Mouth, stage: Stage) {
        let layout = PhotoLayout(picture.size, mouth, stage)
        ground = layout.coversAll ? [] : Self.blurred(picture, stage)
        let surface = PaintSurface(stage)
        surface.draw(picture, x: layout.x, y: layout.y, scale: layout.scale)
        let plate = Plate(surface)
        self.plate = plate
        photo = WarpBlit(plate, reach: stage.unit * 0.02)
        self.mouth = PhotoMouth(layout.mouth, lip: Self.lipColour(picture, mouth))
        centre = SIMD2(layout.mouth.x, layout.mouth.y)
    }

    /// `mouth` and `pose` of one frame.
    func draw(on frame: Frame, mouth shape: MouthShape, pose: FacePose) {
        ground.withUnsafeBufferPointer { ground in
            if let base = ground.baseAddress, !ground.isEmpty { frame.pixels.update(from: base, count: ground.count) }
        }
        let zoom = 1 + Self.breath * (pose.breath + 0.35)
        let shift = SIMD2(pose.shiftX, pose.shiftY) * (Self.sway / 0.015 * frame.stage.unit)
        let middle = centre
        let source: (SIMD2<Double>) -> SIMD2<Double> = { ($0 - middle - shift) / zoom + middle }
        photo.draw(on: frame, source)
        mouth.draw(shape, of: plate, on: frame, source: source)
    }

    /// The picture itself, far out of focus, where it does not reach.
    private static func blurred(_ picture: PhotoPicture, _ stage: Stage) -> [UInt32] {
        // Drawn tiny and stretched: a blur that costs nothing.
        let tiny = Stage(PixelSize(width: 32, height: max(2, 32 * stage.size.height / stage.size.width)))
        let small = PaintSurface(tiny)
        let cover = max(
            Double(tiny.size.width) / Double(picture.size.width), Double(tiny.size.height) / Double(picture.size.height)
        )
        let (w, h) = (Double(picture.size.width) * cover, Double(picture.size.height) * cover)
        small.draw(picture, x: (tiny.width - w) / 2, y: (tiny.height - h) / 2, scale: cover)
        let planes = (0..<3).map { plane in
            let values = small.withPixels { pixels in
                (0..<tiny.size.pixels).map { i in
                    let line = i / tiny.size.width + tiny.margin
                    let word = pixels[line * small.columns + i % tiny.size.width + tiny.margin]
                    return Float(word >> UInt32(16 - 8 * plane) & 255) / 255
                }
            }
            return NoiseField(width: tiny.size.width, height: tiny.size.height, values: values ?? []).blurred(2)
        }
        return (0..<stage.size.pixels).map { i in
            let (x, y) = (i % stage.size.width, i / stage.size.width)
            let (u, v) = (Float(x) / Float(stage.size.width - 1), Float(y) / Float(stage.size.height - 1))
            let noise = Dither.tile[(y & (Dither.size - 1)) * Dither.size + x & (Dither.size - 1)] * 0.01
            let shade: Float = 0.62
            let colour = SIMD4(planes[0].sample(u, v), planes[1].sample(u, v), planes[2].sample(u, v), 1) * shade
            return Pixel.packed(colour + SIMD4(repeating: noise)) | 0xFF00_0000
        }
    }

    /// The mean of the lips, for what is seen of their inside.
    private static func lipColour(_ picture: PhotoPicture, _ mouth: PresenterPhoto.Mouth) -> SIMD4<Float> {
        let (w, h) = (Double(picture.size.width), Double(picture.size.height))
        var sum = SIMD4<Float>.zero
        for step in 0..<25 {
            let x = Int((mouth.x + mouth.halfWidth * (Double(step) / 24 - 0.5)) * w)
            let y = Int(mouth.y * h + mouth.halfWidth * w * 0.16)
            guard x >= 0, y >= 0, x < picture.size.width, y < picture.size.height else { continue }
            sum += Pixel.unpacked(picture.pixels[y * picture.size.width + x])
        }
        return sum.w > 0 ? sum / sum.w : SIMD4(0.6, 0.35, 0.33, 1)
    }
}

/// Where a picture lies on the canvas: the head half as high as it, filled up with a blur where the
/// picture is too small for that.
struct PhotoLayout {
    struct Mouth {
        var x: Double
        var y: Double
        var half: Double
        var chin: Double
    }

    let scale: Double
    let x: Double
    let y: Double
    let mouth: Mouth
    let coversAll: Bool

    /// Of a head's height to the way from mouth to chin, and of the canvas's height.
    private static let head = 5.3
    private static let share = 0.5
    /// Where the mouth comes to lie, of the canvas's height.
    private static let height = 0.57

    init(_ size: PixelSize, _ mouth: PresenterPhoto.Mouth, _ stage: Stage) {
        let (w, h) = (Double(size.width), Double(size.height))
        // Room for breath and sway at every edge.
        let room = 1 + 0.03
        let cover = max(stage.width / w, stage.height / h) * room
        let contain = min(stage.width / w, stage.height / h)
        let wanted = stage.height * Self.share / max(Self.head * (mouth.chin - mouth.y) * h, 1)
        let scale = max(contain, min(wanted, cover * 2.5))
        // A little more, and nothing need be filled up.
        self.scale = scale > cover * 0.8 ? max(scale, cover) : scale
        coversAll = self.scale >= cover
        func place(_ length: Double, _ canvas: Double, _ target: Double) -> Double {
            guard length > canvas else { return (canvas - length) / 2 }
            let slack = canvas * 0.012
            return min(-slack, max(canvas - length + slack, target))
        }
        x = place(w * self.scale, stage.width, stage.width / 2 - mouth.x * w * self.scale)
        y = place(h * self.scale, stage.height, stage.height * Self.height - mouth.y * h * self.scale)
        self.mouth = Mouth(
            x: x + mouth.x * w * self.scale, y: y + mouth.y * h * self.scale, half: mouth.halfWidth * w * self.scale,
            chin: y + mouth.chin * h * self.scale)
    }
}

import BatchVideo
import CAV
import CPixels

/// Puts frames of the film into a canvas of other proportions. One per thread.
final class ReframeStage {
    private let reframe: Reframe
    private let texts: BrandLayer
    private let frame: VideoFrame
    private let film: Scaler
    private let ground: Ground
    private let avx2 = px_has_avx2()

    init(_ reframe: Reframe, texts: BrandLayer, like source: VideoFrame) throws {
        self.reframe = reframe
        self.texts = texts
        frame = try VideoFrame(size: reframe.canvas)
        let size = reframe.film.size
        film = try Scaler(
            from: source.av, to: size, format: AV_PIX_FMT_YUV420P,
            kernel: Int32(size.width > source.size.width ? SWS_LANCZOS : SWS_BICUBIC))
        switch reframe.ground {
        case .plain(let colour): ground = .plain(YUVColour(hex: colour))
        case .blur: ground = .blur(try BlurredGround(like: source, canvas: reframe.canvas))
        }
    }

    private enum Ground {
        case plain(YUVColour)
        case blur(BlurredGround)
    }

    /// `source`, which is frame `k` of the film, in its canvas; valid until the next call.
    ///
    /// `bare`: the same frame without words, for the ground.
    func frame(of source: VideoFrame, over bare: VideoFrame, _ k: Int) throws -> VideoFrame {
        try frame.makeWritable()
        switch ground {
        case .plain(let colour): frame.fill(colour)
        case .blur(let blurred): try blurred.draw(bare, on: frame)
        }
        try film.run(source.av, into: frame.planes(in: reframe.film))
        texts.lay(on: frame, frame: k, avx2: avx2)
        return frame
    }
}

/// A copy of a frame that covers a canvas, blurred by being made very small, and darker.
final class BlurredGround {
    private let part: PixelArea
    private let shrink: Scaler
    private let small: PaddedPicture
    private let enlarge = Resampler()
    private let avx2 = px_has_avx2()

    init(like source: VideoFrame, canvas: PixelSize) throws {
        part = Self.part(of: source.size, shapedLike: canvas)
        small = PaddedPicture(
            size: PixelSize(
                width: max(4, canvas.width / Backdrop.reduction / 2 * 2),
                height: max(4, canvas.height / Backdrop.reduction / 2 * 2)))
        let view = try CroppedFrame(source, to: part)
        shrink = try Scaler(
            from: view.av, to: PixelSize(width: small.luma.width, height: small.luma.height),
            format: AV_PIX_FMT_YUV420P, kernel: Int32(SWS_AREA))
    }

    func draw(_ source: VideoFrame, on frame: VideoFrame) throws {
        let view = try CroppedFrame(source, to: part)
        try shrink.run(view.av, into: small.planes.map(\.view))
        for plane in small.planes { plane.repeatEdges() }
        enlarge.show(
            Window(
                left: 0, top: 0, width: Double(small.luma.width),
                height: Double(small.luma.height)), of: small, on: frame)
        guard let luma = frame.planes.first else { return }
        for y in 0..<luma.height {
            px_fade_to_level(
                luma.row(y), 16, Int32(luma.width), 256 - Backdrop.brightness, avx2)
        }
    }

    /// The largest part of `size` in its middle that has the canvas's proportions.
    private static func part(of size: PixelSize, shapedLike canvas: PixelSize) -> PixelArea {
        let (width, height) =
            size.width * canvas.height > size.height * canvas.width
            ? (size.height * canvas.width / canvas.height, size.height)
            : (size.width, size.width * canvas.height / canvas.width)
        return PixelArea(
            x: (size.width - width) / 2, y: (size.height - height) / 2, width: max(2, width),
            height: max(2, height))
    }
}

/// A part of a frame without a copy; lets go of the frame when it ends.
final class CroppedFrame {
    let av: UnsafeMutablePointer<AVFrame>

    init(_ frame: VideoFrame, to area: PixelArea) throws {
        av = try allocated(av_frame_clone(frame.av), "a frame")
        av.pointee.crop_left = area.x
        av.pointee.crop_top = area.y
        av.pointee.crop_right = frame.size.width - area.x - area.width
        av.pointee.crop_bottom = frame.size.height - area.y - area.height
        try check(
            av_frame_apply_cropping(av, Int32(AV_FRAME_CROP_UNALIGNED)), "crop a picture")
    }

    deinit {
        var frame: UnsafeMutablePointer<AVFrame>? = av
        av_frame_free(&frame)
    }
}

extension VideoFrame {
    func fill(_ colour: YUVColour) {
        for (plane, level) in zip(planes, colour.levels) {
            for y in 0..<plane.height {
                px_fade_to_level(plane.row(y), level, Int32(plane.width), 256, false)
            }
        }
    }
}

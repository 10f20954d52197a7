import BatchVideo
import CAV

/// One picture of the film in the encoder's own memory: YUV 4:2:0, bt709, limited range, chroma
/// sited left. Owned by one thread.
final class VideoFrame {
    let size: PixelSize
    private(set) var av: UnsafeMutablePointer<AVFrame>

    init(size: PixelSize) throws {
        self.size = size
        av = try allocated(av_frame_alloc(), "a frame")
        av.pointee.width = Int32(size.width)
        av.pointee.height = Int32(size.height)
        av.pointee.format = AV_PIX_FMT_YUV420P.rawValue
        av.pointee.color_range = AVCOL_RANGE_MPEG
        av.pointee.colorspace = AVCOL_SPC_BT709
        av.pointee.color_primaries = AVCOL_PRI_BT709
        av.pointee.color_trc = AVCOL_TRC_BT709
        av.pointee.chroma_location = AVCHROMA_LOC_LEFT
        av.pointee.sample_aspect_ratio = av_rational(1, 1)
        try check(av_frame_get_buffer(av, 64), "make room for a frame")
    }

    deinit {
        var frame: UnsafeMutablePointer<AVFrame>? = av
        av_frame_free(&frame)
    }

    /// Must come before each new picture: the encoder may still hold the last one.
    func makeWritable() throws { try check(av_frame_make_writable(av), "make a frame writable") }

    /// Luma, then the two chroma planes; valid until `makeWritable` or the end of the frame.
    var planes: [PlaneView] {
        let data = av.pointee.data
        let stride = av.pointee.linesize
        let (width, height) = (size.width, size.height)
        guard let y = data.0, let u = data.1, let v = data.2 else { return [] }
        return [
            PlaneView(start: y, stride: Int(stride.0), width: width, height: height),
            PlaneView(start: u, stride: Int(stride.1), width: width / 2, height: height / 2),
            PlaneView(start: v, stride: Int(stride.2), width: width / 2, height: height / 2),
        ]
    }

    /// The part of the planes that `area` covers.
    func planes(in area: PixelArea) -> [PlaneView] {
        planes.enumerated().map { index, plane in
            let unit = index == 0 ? 1 : 2
            return PlaneView(
                start: plane.row(area.y / unit) + area.x / unit, stride: plane.stride,
                width: area.width / unit, height: area.height / unit)
        }
    }

    func copy(from other: VideoFrame) {
        for (target, source) in zip(planes, other.planes) {
            av_image_copy_plane(
                target.start, Int32(target.stride), source.start, Int32(source.stride),
                Int32(target.width), Int32(target.height))
        }
    }
}

/// Where a plane's samples lie. Does not own them.
struct PlaneView {
    var start: UnsafeMutablePointer<UInt8>
    var stride: Int
    var width: Int
    var height: Int

    func row(_ y: Int) -> UnsafeMutablePointer<UInt8> { start + y * stride }
}

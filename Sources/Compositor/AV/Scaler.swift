import BatchVideo
import CAV

/// One conversion by libswscale into our colour: bt709, limited range, chroma sited left.
final class Scaler {
    private let context: OpaquePointer

    init(
        from frame: UnsafeMutablePointer<AVFrame>, to size: PixelSize, format: AVPixelFormat,
        kernel: Int32
    ) throws {
        let quality = Int32(SWS_ACCURATE_RND) | Int32(SWS_FULL_CHR_H_INP)
            | Int32(SWS_FULL_CHR_H_INT)
        let (source, isFullRange) = Self.plainFormat(of: frame)
        context = try allocated(sws_alloc_context(), "a scaler")
        let options: [(String, Int)] = [
            ("srcw", Int(frame.pointee.width)), ("srch", Int(frame.pointee.height)),
            ("src_format", Int(source.rawValue)), ("dstw", size.width), ("dsth", size.height),
            ("dst_format", Int(format.rawValue)), ("sws_flags", Int(kernel | quality)),
            ("dst_h_chr_pos", 0), ("dst_v_chr_pos", 128), ("src_range", isFullRange ? 1 : 0),
            ("dst_range", 0),
        ]
        for (name, value) in options {
            av_opt_set_int(UnsafeMutableRawPointer(context), name, Int64(value), 0)
        }
        let ready = sws_init_context(context, nil, nil)
        if ready < 0 {
            sws_freeContext(context)
            try check(ready, "convert a picture")
        }
        let is709 = frame.pointee.colorspace == AVCOL_SPC_BT709
        let sourceMatrix = sws_getCoefficients(is709 ? Int32(SWS_CS_ITU709) : Int32(SWS_CS_ITU601))
        sws_setColorspaceDetails(
            context, sourceMatrix, isFullRange ? 1 : 0,
            sws_getCoefficients(Int32(SWS_CS_ITU709)), 0, 0, 1 << 16, 1 << 16)
    }

    deinit { sws_freeContext(context) }

    func run(_ frame: UnsafeMutablePointer<AVFrame>, into planes: [PlaneView]) throws {
        let (data, strides) = (frame.pointee.data, frame.pointee.linesize)
        let planesIn = [data.0, data.1, data.2, data.3]
        let source = planesIn.map { plane in plane.map { UnsafePointer($0) } }
        let target: [UnsafeMutablePointer<UInt8>?] = (0..<4).map {
            $0 < planes.count ? planes[$0].start : nil
        }
        let targetStrides = (0..<4).map { $0 < planes.count ? Int32(planes[$0].stride) : 0 }
        try check(
            sws_scale(
                context, source, [strides.0, strides.1, strides.2, strides.3], 0,
                frame.pointee.height, target, targetStrides),
            "convert a picture")
    }

    /// The deprecated full-range "J" formats are their plain twins with a flag.
    private static func plainFormat(
        of frame: UnsafeMutablePointer<AVFrame>
    ) -> (AVPixelFormat, isFullRange: Bool) {
        let format = AVPixelFormat(rawValue: frame.pointee.format)
        switch format {
        case AV_PIX_FMT_YUVJ420P: return (AV_PIX_FMT_YUV420P, true)
        case AV_PIX_FMT_YUVJ422P: return (AV_PIX_FMT_YUV422P, true)
        case AV_PIX_FMT_YUVJ444P: return (AV_PIX_FMT_YUV444P, true)
        default: return (format, frame.pointee.color_range == AVCOL_RANGE_JPEG)
        }
    }
}

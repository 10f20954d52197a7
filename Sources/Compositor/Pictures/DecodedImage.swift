import BatchVideo
import CAV

/// The first picture of an image file that we made (PNG, or JPEG), as libav decodes it.
final class DecodedImage {
    /// 100 megapixels: 400 MB of RGBA.
    private static let largestPixelCount = 100_000_000

    private var frame: UnsafeMutablePointer<AVFrame>

    /// Throws `.notFound` when there is no such file, `.media` when it is not a picture.
    init(path: String) throws {
        frame = try allocated(av_frame_alloc(), "a picture")
        do {
            try Self.decode(path, into: frame)
        } catch {
            release()
            throw error
        }
    }

    deinit { release() }

    private func release() {
        var owned: UnsafeMutablePointer<AVFrame>? = frame
        av_frame_free(&owned)
    }

    var size: PixelSize {
        PixelSize(width: Int(frame.pointee.width), height: Int(frame.pointee.height))
    }

    /// Crops to the middle that has `canvas`'s proportions, to the nearest pixel.
    func cropToProportions(of canvas: PixelSize) throws {
        var (width, height) = (size.width, size.height)
        if width * canvas.height > height * canvas.width {
            let wanted = Double(height * canvas.width) / Double(canvas.height)
            width = max(1, Int(wanted.rounded()))
        } else {
            let wanted = Double(width * canvas.height) / Double(canvas.width)
            height = max(1, Int(wanted.rounded()))
        }
        frame.pointee.crop_left = (size.width - width) / 2
        frame.pointee.crop_right = size.width - width - frame.pointee.crop_left
        frame.pointee.crop_top = (size.height - height) / 2
        frame.pointee.crop_bottom = size.height - height - frame.pointee.crop_top
        let unaligned = Int32(AV_FRAME_CROP_UNALIGNED)
        try check(av_frame_apply_cropping(frame, unaligned), "crop a picture")
    }

    /// Scales to YUV 4:2:0, bt709, limited range, chroma sited left.
    func scale(toLuma luma: PlaneView, blue: PlaneView, red: PlaneView) throws {
        let isEnlarged = luma.width > size.width
        let kernel = isEnlarged ? SWS_LANCZOS : SWS_BICUBIC
        let context = try Scaler(
            from: frame, to: PixelSize(width: luma.width, height: luma.height),
            format: AV_PIX_FMT_YUV420P, kernel: kernel)
        try context.run(frame, into: [luma, blue, red])
    }

    func scale(onto picture: PaddedPicture) throws {
        try scale(toLuma: picture.luma.view, blue: picture.blue.view, red: picture.red.view)
    }

    /// Straight (not premultiplied) RGBA, four bytes a pixel.
    func rgba() throws -> [UInt8] {
        let (width, height) = (size.width, size.height)
        var bytes = [UInt8](repeating: 0, count: width * height * 4)
        let context = try Scaler(
            from: frame, to: size, format: AV_PIX_FMT_RGBA, kernel: SWS_POINT)
        try bytes.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            let view = PlaneView(start: start, stride: width * 4, width: width, height: height)
            try context.run(frame, into: [view])
        }
        return bytes
    }

    private static func decode(
        _ path: String, into frame: UnsafeMutablePointer<AVFrame>
    ) throws {
        var format: UnsafeMutablePointer<AVFormatContext>?
        var options: OpaquePointer?
        av_dict_set(&options, "protocol_whitelist", "file", 0)
        defer { av_dict_free(&options) }
        let opened = avformat_open_input(&format, "file:" + path, nil, &options)
        defer { avformat_close_input(&format) }
        guard opened >= 0 else {
            throw BatchVideoError(.notFound, "cannot open \(path): \(libavReason(opened))")
        }
        // What find_stream_info would add is known once the picture is decoded, and it decodes a
        // PNG to find it.
        var codec: UnsafePointer<AVCodec>?
        let index = try check(
            av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, &codec, 0),
            "find a picture in \(path)")
        var context = avcodec_alloc_context3(codec)
        defer { avcodec_free_context(&context) }
        let decoder = try allocated(context, "a decoder")
        guard let stream = format?.pointee.streams[Int(index)] else { return }
        avcodec_parameters_to_context(decoder, stream.pointee.codecpar)
        decoder.pointee.thread_count = 1
        decoder.pointee.max_pixels = Int64(largestPixelCount)
        try check(avcodec_open2(decoder, codec, nil), "decode \(path)")
        try receive(from: format, stream: index, decoder: decoder, path: path, into: frame)
    }

    private static func receive(
        from format: UnsafeMutablePointer<AVFormatContext>?, stream: Int32,
        decoder: UnsafeMutablePointer<AVCodecContext>, path: String,
        into frame: UnsafeMutablePointer<AVFrame>
    ) throws {
        var owned = av_packet_alloc()
        defer { av_packet_free(&owned) }
        let packet = try allocated(owned, "a packet")
        while av_read_frame(format, packet) >= 0 {
            defer { av_packet_unref(packet) }
            guard packet.pointee.stream_index == stream else { continue }
            try check(avcodec_send_packet(decoder, packet), "decode \(path)")
            let received = avcodec_receive_frame(decoder, frame)
            if received == 0 { return }
            if received != av_again() { try check(received, "decode \(path)") }
        }
        avcodec_send_packet(decoder, nil)
        try check(avcodec_receive_frame(decoder, frame), "decode \(path)")
    }
}

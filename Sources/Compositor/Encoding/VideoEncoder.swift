import BatchVideo
import CAV

/// Encodes one segment: closed GOPs, a key frame first.
///
/// The software encoders are deterministic as we set them: the same frames and settings give the
/// same bytes.
final class VideoEncoder {
    private var context: UnsafeMutablePointer<AVCodecContext>
    private var packet: UnsafeMutablePointer<AVPacket>
    private var packets: [EncodedPacket] = []
    private let upload: DeviceUpload?

    init(_ settings: EncoderSettings, canvas: Canvas) throws {
        let name = settings.encoder.codecName
        guard let codec = avcodec_find_encoder_by_name(name) else {
            throw BatchVideoError(.unavailable, "libavcodec has no \(name): run scripts/setup")
        }
        context = try allocated(avcodec_alloc_context3(codec), "an encoder")
        packet = try allocated(av_packet_alloc(), "a packet")
        upload = try DeviceUpload(settings.encoder, size: canvas.size, context: context)
        configure(canvas, settings)
        for (option, value) in settings.options(fps: canvas.fps) {
            try check(
                av_opt_set(context.pointee.priv_data, option, value, 0), "set \(name)'s \(option)")
        }
        try check(avcodec_open2(context, codec, nil), "open the encoder \(name)")
    }

    deinit {
        var (ownedContext, ownedPacket): (
            UnsafeMutablePointer<AVCodecContext>?, UnsafeMutablePointer<AVPacket>?
        ) = (context, packet)
        avcodec_free_context(&ownedContext)
        av_packet_free(&ownedPacket)
    }

    /// Encodes the segment's frame `index`; the frame may be drawn on again after
    /// `makeWritable`.
    func encode(_ frame: VideoFrame, index: Int) throws {
        frame.av.pointee.pts = Int64(index)
        frame.av.pointee.pict_type = AV_PICTURE_TYPE_NONE
        let picture = try upload?.picture(of: frame) ?? frame.av
        try check(avcodec_send_frame(context, picture), "encode a frame")
        try receive()
    }

    /// The whole segment, after its last frame.
    func finish() throws -> EncodedTrack {
        try check(avcodec_send_frame(context, nil), "end a segment")
        try receive()
        let header = UnsafeBufferPointer(
            start: context.pointee.extradata, count: Int(context.pointee.extradata_size))
        return EncodedTrack(header: Array(header), padding: 0, packets: packets)
    }

    private func configure(_ canvas: Canvas, _ settings: EncoderSettings) {
        context.pointee.width = Int32(canvas.width)
        context.pointee.height = Int32(canvas.height)
        context.pointee.pix_fmt = upload?.format ?? AV_PIX_FMT_YUV420P
        context.pointee.time_base = av_rational(1, Int32(canvas.fps))
        context.pointee.framerate = av_rational(Int32(canvas.fps), 1)
        context.pointee.sample_aspect_ratio = av_rational(1, 1)
        context.pointee.color_range = AVCOL_RANGE_MPEG
        context.pointee.colorspace = AVCOL_SPC_BT709
        context.pointee.color_primaries = AVCOL_PRI_BT709
        context.pointee.color_trc = AVCOL_TRC_BT709
        context.pointee.chroma_sample_location = AVCHROMA_LOC_LEFT
        context.pointee.thread_count = Int32(settings.threads)
        if settings.encoder != .x264 {
            context.pointee.gop_size = Int32(EncoderSettings.keyFrameSeconds * canvas.fps)
        }
        if settings.encoder.isHardware {
            context.pointee.max_b_frames = 0
            context.pointee.global_quality = Int32(
                settings.constantRateFactor * Double(FF_QP2LAMBDA))
        }
        context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER
        context.pointee.flags |= Int32(bitPattern: AV_CODEC_FLAG_CLOSED_GOP)
    }

    private func receive() throws {
        while true {
            let received = avcodec_receive_packet(context, packet)
            if received == av_again() || received == av_end_of_file() { return }
            try check(received, "encode a frame")
            packets.append(EncodedPacket(packet))
            av_packet_unref(packet)
        }
    }
}

extension EncodedPacket {
    init(_ packet: UnsafeMutablePointer<AVPacket>) {
        presentation = Int(packet.pointee.pts)
        duration = Int(packet.pointee.duration)
        isKey = packet.pointee.flags & AV_PKT_FLAG_KEY != 0
        bytes = Array(
            UnsafeBufferPointer(start: packet.pointee.data, count: Int(packet.pointee.size)))
    }
}

import BatchVideo
import CAV

/// Encodes one segment with x264: H.264 High, closed GOPs, IDR first.
///
/// x264 is deterministic for a number of threads: the same frames and settings give the same
/// bytes.
final class VideoEncoder {
    private var context: UnsafeMutablePointer<AVCodecContext>
    private var packet: UnsafeMutablePointer<AVPacket>
    private var packets: [EncodedPacket] = []

    init(_ settings: EncoderSettings, canvas: Canvas) throws {
        guard let codec = avcodec_find_encoder_by_name("libx264") else {
            throw BatchVideoError(.unavailable, "libavcodec has no libx264: run scripts/setup")
        }
        context = try allocated(avcodec_alloc_context3(codec), "an encoder")
        packet = try allocated(av_packet_alloc(), "a packet")
        configure(canvas, threads: settings.threads)
        try choose("preset", settings.preset)
        try choose("crf", String(settings.constantRateFactor))
        try choose("profile", "high")
        try choose("x264-params", settings.x264Parameters(fps: canvas.fps))
        try check(avcodec_open2(context, codec, nil), "open the x264 encoder")
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
        try check(avcodec_send_frame(context, frame.av), "encode a frame")
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

    private func configure(_ canvas: Canvas, threads: Int) {
        context.pointee.width = Int32(canvas.width)
        context.pointee.height = Int32(canvas.height)
        context.pointee.pix_fmt = AV_PIX_FMT_YUV420P
        context.pointee.time_base = av_rational(1, Int32(canvas.fps))
        context.pointee.framerate = av_rational(Int32(canvas.fps), 1)
        context.pointee.sample_aspect_ratio = av_rational(1, 1)
        context.pointee.color_range = AVCOL_RANGE_MPEG
        context.pointee.colorspace = AVCOL_SPC_BT709
        context.pointee.color_primaries = AVCOL_PRI_BT709
        context.pointee.color_trc = AVCOL_TRC_BT709
        context.pointee.chroma_sample_location = AVCHROMA_LOC_LEFT
        context.pointee.thread_count = Int32(threads)
        context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER
        context.pointee.flags |= Int32(bitPattern: AV_CODEC_FLAG_CLOSED_GOP)
    }

    private func choose(_ name: String, _ value: String) throws {
        try check(
            av_opt_set(context.pointee.priv_data, name, value, 0), "set x264's \(name)")
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

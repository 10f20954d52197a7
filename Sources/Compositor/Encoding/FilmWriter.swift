import BatchVideo
import CAV
import Glibc

/// Joins encoded tracks into an MP4 by copying packets: index first (faststart), bt709 tags, the
/// encoders' delays in edit lists, nothing that depends on the clock.
final class FilmWriter {
    private let path: String
    private let canvas: Canvas
    private let settings: EncoderSettings
    private let videoHeader: [UInt8]
    private var sound: ArraySlice<EncodedPacket>
    private var format: UnsafeMutablePointer<AVFormatContext>
    private var packet: UnsafeMutablePointer<AVPacket>
    private var framesWritten = 0
    private var text: ArraySlice<FilmExtras.TimedText>
    private static let textStream: Int32 = 2

    init(
        path: String, canvas: Canvas, settings: EncoderSettings, videoHeader: [UInt8],
        sound: EncodedTrack, extras: FilmExtras = FilmExtras()
    ) throws {
        self.path = path
        self.canvas = canvas
        self.sound = sound.packets[...]
        text = extras.text[...]
        self.settings = settings
        self.videoHeader = videoHeader
        packet = try allocated(av_packet_alloc(), "a packet")
        var created: UnsafeMutablePointer<AVFormatContext>?
        try check(avformat_alloc_output_context2(&created, nil, "mp4", path), "make an MP4")
        format = try allocated(created, "an MP4")
        format.pointee.flags |= AVFMT_FLAG_BITEXACT
        try addVideo(header: videoHeader)
        try addSound(header: sound.header, padding: sound.padding)
        if !extras.text.isEmpty { try addText(language: extras.textLanguage) }
        let coverStream = Int32(format.pointee.nb_streams)
        if extras.cover != nil { try addCover() }
        try checkWrite(avio_open(&format.pointee.pb, "file:" + path, AVIO_FLAG_WRITE))
        for (key, value) in extras.tags.sorted(by: { $0.key < $1.key }) {
            av_dict_set(&format.pointee.metadata, key, value, 0)
        }
        var options: OpaquePointer?
        // Keys of any name are kept in QuickTime's own form of metadata only.
        let form = extras.tags.isEmpty ? "" : "+use_metadata_tags"
        av_dict_set(&options, "movflags", "+faststart" + form, 0)
        defer { av_dict_free(&options) }
        try checkWrite(avformat_write_header(format, &options))
        if let cover = extras.cover {
            let picture = EncodedPacket(presentation: 0, duration: 0, isKey: true, bytes: cover)
            try write(
                picture, stream: coverStream, presentation: 0, decoding: 0, duration: 0,
                base: av_rational(1, Int32(canvas.fps)))
        }
    }

    deinit {
        if format.pointee.pb != nil { avio_closep(&format.pointee.pb) }
        avformat_free_context(format)
        var owned: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&owned)
    }

    /// Adds the next segment of `frameCount` frames, and the sound that belongs beside it.
    func append(_ segment: EncodedTrack, frameCount: Int) throws {
        let delay = settings.reorderDelay
        let isInOrder = segment.packets.enumerated().allSatisfy { $0 - delay <= $1.presentation }
        guard segment.header == videoHeader, isInOrder, segment.packets.count == frameCount else {
            throw BatchVideoError(
                .media, "the encoder's segments do not fit together: render again with --encoder x264")
        }
        for (index, picture) in segment.packets.enumerated() {
            let decoding = framesWritten + index - delay
            try appendSound(until: Double(decoding) / Double(canvas.fps))
            try appendText(until: Double(decoding) / Double(canvas.fps))
            try write(
                picture, stream: 0, presentation: framesWritten + picture.presentation,
                decoding: decoding, duration: 1, base: av_rational(1, Int32(canvas.fps)))
        }
        framesWritten += frameCount
    }

    /// Writes the rest of the sound and the index, and brings the file to the disk.
    func finish() throws {
        try appendSound(until: .infinity)
        try appendText(until: .infinity)
        try checkWrite(av_write_trailer(format))
        try checkWrite(avio_closep(&format.pointee.pb))
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0, fsync(file) == 0 else { throw unwritable(path, errno) }
        close(file)
    }

    private func appendSound(until seconds: Double) throws {
        let rate = EncoderSettings.soundRate
        while let next = sound.first, Double(next.presentation) <= seconds * Double(rate) {
            try write(
                next, stream: 1, presentation: next.presentation, decoding: next.presentation,
                duration: next.duration, base: av_rational(1, Int32(rate)))
            sound.removeFirst()
        }
    }

    private func appendText(until seconds: Double) throws {
        while let next = text.first, next.span.start.seconds <= seconds {
            let packet = EncodedPacket(
                presentation: next.span.start.ms, duration: next.span.length.ms, isKey: true,
                bytes: next.bytes)
            try write(
                packet, stream: Self.textStream, presentation: packet.presentation,
                decoding: packet.presentation, duration: packet.duration,
                base: av_rational(1, 1000))
            text.removeFirst()
        }
    }

    private func write(
        _ encoded: EncodedPacket, stream: Int32, presentation: Int, decoding: Int, duration: Int,
        base: AVRational
    ) throws {
        try check(av_new_packet(packet, Int32(encoded.bytes.count)), "make room for a packet")
        encoded.bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress {
                UnsafeMutableRawPointer(packet.pointee.data).copyMemory(
                    from: start, byteCount: bytes.count)
            }
        }
        packet.pointee.pts = Int64(presentation)
        packet.pointee.dts = Int64(decoding)
        packet.pointee.duration = Int64(duration)
        packet.pointee.stream_index = stream
        if encoded.isKey { packet.pointee.flags |= AV_PKT_FLAG_KEY }
        guard let track = format.pointee.streams[Int(stream)] else { return }
        av_packet_rescale_ts(packet, base, track.pointee.time_base)
        try checkWrite(av_interleaved_write_frame(format, packet))
    }

    private func addVideo(header: [UInt8]) throws {
        let stream = try allocated(avformat_new_stream(format, nil), "a stream")
        let parameters = try allocated(stream.pointee.codecpar, "a stream")
        parameters.pointee.codec_type = AVMEDIA_TYPE_VIDEO
        parameters.pointee.codec_id = settings.encoder.codecID
        parameters.pointee.codec_tag = settings.encoder.codecTag
        parameters.pointee.width = Int32(canvas.width)
        parameters.pointee.height = Int32(canvas.height)
        parameters.pointee.format = AV_PIX_FMT_YUV420P.rawValue
        parameters.pointee.color_range = AVCOL_RANGE_MPEG
        parameters.pointee.color_space = AVCOL_SPC_BT709
        parameters.pointee.color_primaries = AVCOL_PRI_BT709
        parameters.pointee.color_trc = AVCOL_TRC_BT709
        parameters.pointee.chroma_location = AVCHROMA_LOC_LEFT
        parameters.pointee.sample_aspect_ratio = av_rational(1, 1)
        stream.pointee.time_base = av_rational(1, Int32(canvas.fps))
        stream.pointee.avg_frame_rate = av_rational(Int32(canvas.fps), 1)
        try set(header, on: parameters)
    }

    private func addSound(header: [UInt8], padding: Int) throws {
        let stream = try allocated(avformat_new_stream(format, nil), "a stream")
        let parameters = try allocated(stream.pointee.codecpar, "a stream")
        parameters.pointee.codec_type = AVMEDIA_TYPE_AUDIO
        parameters.pointee.codec_id = AV_CODEC_ID_AAC
        parameters.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
        parameters.pointee.profile = Int32(FF_PROFILE_AAC_LOW)
        parameters.pointee.sample_rate = Int32(EncoderSettings.soundRate)
        parameters.pointee.bit_rate = Int64(EncoderSettings.soundBitsPerSecond)
        parameters.pointee.frame_size = 1024
        parameters.pointee.initial_padding = Int32(padding)
        av_channel_layout_default(&parameters.pointee.ch_layout, 2)
        stream.pointee.time_base = av_rational(1, Int32(EncoderSettings.soundRate))
        try set(header, on: parameters)
    }

    private func addText(language: String) throws {
        let stream = try allocated(avformat_new_stream(format, nil), "a stream")
        let parameters = try allocated(stream.pointee.codecpar, "a stream")
        parameters.pointee.codec_type = AVMEDIA_TYPE_SUBTITLE
        parameters.pointee.codec_id = AV_CODEC_ID_MOV_TEXT
        parameters.pointee.width = Int32(canvas.width)
        parameters.pointee.height = Int32(canvas.height / 6)
        stream.pointee.time_base = av_rational(1, 1000)
        av_dict_set(&stream.pointee.metadata, "language", language, 0)
        try set(FilmExtras.textDescription, on: parameters)
    }

    private func addCover() throws {
        let stream = try allocated(avformat_new_stream(format, nil), "a stream")
        let parameters = try allocated(stream.pointee.codecpar, "a stream")
        parameters.pointee.codec_type = AVMEDIA_TYPE_VIDEO
        parameters.pointee.codec_id = AV_CODEC_ID_MJPEG
        parameters.pointee.width = Int32(canvas.width)
        parameters.pointee.height = Int32(canvas.height)
        stream.pointee.disposition = AV_DISPOSITION_ATTACHED_PIC
        stream.pointee.time_base = av_rational(1, Int32(canvas.fps))
    }

    private func set(
        _ header: [UInt8], on parameters: UnsafeMutablePointer<AVCodecParameters>
    ) throws {
        let room = header.count + Int(AV_INPUT_BUFFER_PADDING_SIZE)
        let memory = try allocated(av_mallocz(room), "a stream")
        header.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress {
                memory.copyMemory(from: start, byteCount: bytes.count)
            }
        }
        parameters.pointee.extradata = memory.assumingMemoryBound(to: UInt8.self)
        parameters.pointee.extradata_size = Int32(header.count)
    }

    private func checkWrite(_ code: Int32) throws {
        guard code < 0 else { return }
        throw BatchVideoError(
            .unwritable, "cannot write \(path): \(libavReason(code)); free space or choose"
                + " another folder")
    }
}

import BatchVideo
import CAV

/// Encodes a film's mastered sound to AAC-LC.
enum SoundEncoder {
    /// `length`: how many samples the film lasts; a shorter sound is followed by silence.
    static func encode(_ wave: WaveFile, length: Int) throws -> EncodedTrack {
        let encoder = try Encoder()
        var position = 0
        let total = max(length, wave.frameCount)
        while position < total {
            let count = min(encoder.frameSize, total - position)
            try encoder.encode(wave.samples(position, count), at: position)
            position += count
        }
        return try encoder.finish()
    }

    private final class Encoder {
        private var context: UnsafeMutablePointer<AVCodecContext>
        private var packet: UnsafeMutablePointer<AVPacket>
        private var packets: [EncodedPacket] = []

        init() throws {
            guard let codec = avcodec_find_encoder_by_name("aac") else {
                throw BatchVideoError(.unavailable, "libavcodec has no AAC: run scripts/setup")
            }
            context = try allocated(avcodec_alloc_context3(codec), "an encoder")
            packet = try allocated(av_packet_alloc(), "a packet")
            context.pointee.sample_fmt = AV_SAMPLE_FMT_FLTP
            context.pointee.sample_rate = Int32(EncoderSettings.soundRate)
            context.pointee.time_base = av_rational(1, Int32(EncoderSettings.soundRate))
            context.pointee.bit_rate = Int64(EncoderSettings.soundBitsPerSecond)
            context.pointee.thread_count = 1
            context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
            av_set_stereo(context)
            try choose("aac_coder", "fast")
            try choose("aac_ms", "0")
            try check(avcodec_open2(context, codec, nil), "open the AAC encoder")
        }

        deinit {
            var (ownedContext, ownedPacket): (
                UnsafeMutablePointer<AVCodecContext>?, UnsafeMutablePointer<AVPacket>?
            ) = (context, packet)
            avcodec_free_context(&ownedContext)
            av_packet_free(&ownedPacket)
        }

        /// Measured on 68 s of mastered narration with music at 192 kbit/s: the fast coder without
        /// mid/side search takes 0.9 CPU seconds and keeps 45 dB of signal to noise, the default
        /// takes 2.6 and keeps 39.
        private func choose(_ name: String, _ value: String) throws {
            try check(av_opt_set(context.pointee.priv_data, name, value, 0), "set AAC's \(name)")
        }

        var frameSize: Int { Int(context.pointee.frame_size) }

        func encode(_ samples: (left: [Float], right: [Float]), at position: Int) throws {
            var owned = av_frame_alloc()
            defer { av_frame_free(&owned) }
            let frame = try allocated(owned, "sound")
            let count = samples.left.count
            try check(
                av_stereo_buffer(frame, Int32(EncoderSettings.soundRate), Int32(count)),
                "make room for sound")
            for (channel, values) in [samples.left, samples.right].enumerated() {
                let target = UnsafeMutableRawPointer(frame.pointee.extended_data[channel])
                values.withUnsafeBytes { source in
                    if let start = source.baseAddress {
                        target?.copyMemory(from: start, byteCount: source.count)
                    }
                }
            }
            frame.pointee.pts = Int64(position)
            try check(avcodec_send_frame(context, frame), "encode sound")
            try receive()
        }

        func finish() throws -> EncodedTrack {
            try check(avcodec_send_frame(context, nil), "end the sound")
            try receive()
            let header = UnsafeBufferPointer(
                start: context.pointee.extradata, count: Int(context.pointee.extradata_size))
            return EncodedTrack(
                header: Array(header), padding: Int(context.pointee.initial_padding),
                packets: packets)
        }

        private func receive() throws {
            while true {
                let received = avcodec_receive_packet(context, packet)
                if received == av_again() || received == av_end_of_file() { return }
                try check(received, "encode sound")
                packets.append(EncodedPacket(packet))
                av_packet_unref(packet)
            }
        }
    }
}

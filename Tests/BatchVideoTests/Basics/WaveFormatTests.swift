import BatchVideo
import Foundation
import Testing

@Suite("WAVE files")
struct WaveFormatTests {
    @Test(
        "a header is read back from any prefix that holds it",
        arguments: [1, 2], [WaveFormat.Encoding.int16, .float32])
    func roundTrip(channelCount: Int, encoding: WaveFormat.Encoding) throws {
        let format = WaveFormat(
            sampleRate: 22_050, channelCount: channelCount, encoding: encoding)

        let bytes = format.header(frameCount: 1000)

        #expect(bytes.count == (encoding == .int16 ? 44 : 58))
        for length in 0..<bytes.count { #expect(try WaveHeader.parse(bytes.prefix(length)) == nil) }
        let header = try #require(try WaveHeader.parse(bytes))
        #expect(header == WaveHeader(format: format, dataOffset: bytes.count, frameCount: 1000))
        let shifted = (Data([1, 2, 3]) + bytes).dropFirst(3)
        #expect(try WaveHeader.parse(shifted) == header)
    }

    @Test("the bytes are those of the standard")
    func golden() {
        let file = WaveFormat.file([1, -1], sampleRate: 16_000)

        let wanted: [UInt8] =
            Array("RIFF".utf8) + [40, 0, 0, 0] + Array("WAVEfmt ".utf8) + [16, 0, 0, 0, 1, 0, 1, 0]
            + [0x80, 0x3E, 0, 0, 0, 0x7D, 0, 0, 2, 0, 16, 0] + Array("data".utf8) + [4, 0, 0, 0]
            + [1, 0, 0xFF, 0xFF]
        #expect(Array(file) == wanted)
    }

    @Test("samples survive the trip")
    func samples() throws {
        let samples: [Int16] = (0..<5000).map { Int16(truncatingIfNeeded: $0 * 7919) }

        let read = try WaveSamples(WaveFormat.file(samples, sampleRate: 48_000, channelCount: 2))

        #expect(read.format.channelCount == 2)
        #expect(read.samples.map { Int16($0 * 32_768) } == samples)
    }

    @Test("chunks before the samples are passed over, streams are read to their end")
    func foreign() throws {
        let format = WaveFormat(sampleRate: 8000, channelCount: 1, encoding: .int16)
        var bytes = format.header(frameCount: 2)
        bytes.insert(contentsOf: Array("LIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0], at: 36)
        bytes.replaceSubrange(52..<56, with: [0xFF, 0xFF, 0xFF, 0xFF])
        bytes += [1, 0, 2, 0, 3]

        let header = try #require(try WaveHeader.parse(bytes))

        #expect(header.frameCount == nil && header.dataOffset == 56)
        #expect(try WaveSamples(bytes).samples.count == 2)
        let huge = format.header(frameCount: Int(UInt32.max))
        #expect(try WaveHeader.parse(huge)?.frameCount == nil)
    }

    @Test("anything else is refused, and nothing crashes")
    func refused() throws {
        var random = SeededRandom(seed: 1)
        let good = WaveFormat.file([1, 2, 3], sampleRate: 8000)
        #expect(throws: BatchVideoError.self) { try WaveHeader.parse(Data("not a wave file".utf8)) }
        var eightBit = good
        eightBit[34] = 8
        #expect(throws: BatchVideoError.self) { try WaveHeader.parse(eightBit) }

        for _ in 0..<3000 {
            var broken = good
            for _ in 0..<3 { broken[random.index(broken.count)] = UInt8(random.index(256)) }
            do { _ = try WaveSamples(broken) } catch let error as BatchVideoError {
                #expect(error.code == .media)
            }
        }
    }
}

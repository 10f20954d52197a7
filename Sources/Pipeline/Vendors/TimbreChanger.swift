import BatchVideo
import Foundation

/// Lets sentences be said again with the timbre of another voice (voice conversion).
struct TimbreChanger: Sendable {
    /// A sample of the voice that is wanted.
    let reference: SourceFile
    let decoder: any SoundDecoder
    let vendors: FilmVendors
    let workspace: Workspace
    let paid: PaidCalls

    var version: String { "timbre-1/" + vendors.converters.map(\.version).joined(separator: "/") }

    private struct Order: Codable {
        /// Of the sentence as it was spoken first.
        var speech: String
        var reference: String
    }

    private struct Nothing: Codable, Sendable {}

    /// Writes the sentence at `file`; its words keep their places in the time, which the converter may
    /// have stretched a little.
    ///
    /// A film in two voices is of no use: whatever fails is thrown.
    func convert(_ speech: Speech, in sound: URL, to file: URL) async throws -> Speech {
        let order = Order(
            speech: try DurableFile.digest(sound).sha256,
            reference: try DurableFile.digest(reference.url).sha256)
        let seconds = Double(speech.sampleCount) / Double(speech.sampleRate)
        let path = try await vendors.insist(vendors.converters) { vendor in
            try await paid.make(
                .conversion, by: vendor, of: order, estimate: vendor.terms.cost(units: seconds), file: "sound"
            ) { slip, file in
                (Nothing(), try await vendor.convert(sound, like: reference.url, slip: slip, to: file))
            }.made.path
        }
        let rate = SpeechListener.sampleRate
        let converted = try await decoder.decode(workspace.url(path ?? ""), sampleRate: rate, tempo: 1)
        try DurableFile.write(
            WaveFormat.file(converted.samples.map { $0.sixteenBit }, sampleRate: rate), to: file)
        let scale = Double(converted.samples.count) / Double(max(1, speech.sampleCount))
        func moved(_ sample: Int) -> Int { Int((Double(sample) * scale).rounded()) }
        return Speech(
            sampleRate: rate, sampleCount: converted.samples.count,
            words: speech.words.map {
                SpokenWord(
                    range: $0.range, startSample: moved($0.startSample), endSample: moved($0.endSample))
            },
            phonemes: speech.phonemes.map {
                SpokenPhoneme(name: $0.name, startSample: moved($0.startSample))
            })
    }
}

import BatchVideo
import Foundation

/// One thing that was tried, for `batchvideo doctor`.
package struct SpeechCheck: Hashable, Sendable {
    package var name: String
    package var isFine: Bool
    /// What works, or how to mend it.
    package var detail: String
}

extension EmbeddedSpeech {
    /// Has the voices speak; never throws, takes about a second.
    package func check() async -> [SpeechCheck] {
        [
            SpeechCheck(
                name: "speech program", isFine: true,
                detail: "espeak-ng \(report.espeakVersion) with \(report.espeakVoices.count) "
                    + "languages, flite \(report.fliteVersion)"),
            mandarinEngine,
            await trial("Mandarin voice", "zh-female", "你好，世界。"),
            await trial("English voice", "en-us", "Hello, world."),
            await trial("Japanese voice", "ja", "今日は、世界。"),
        ]
    }

    private var mandarinEngine: SpeechCheck {
        SpeechCheck(
            name: "Mandarin engine", isFine: report.readsPinyin,
            detail: report.readsPinyin
                ? "cmn-latn-pinyin reads pinyin"
                    + (report.readsCharacters ? "" : " (cmn is broken here, and not used)")
                : "espeak-ng does not read pinyin; install espeak-ng-data 1.51 or later")
    }

    private func trial(_ name: String, _ voice: String, _ text: String) async -> SpeechCheck {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "batchvideo-check-\(UUID().uuidString).wav")
        defer { try? FileManager.default.removeItem(at: file) }  // absent when speaking failed
        let request = SpeechRequest(text: text, language: .mandarin, voice: voice)
        do {
            let speech = try await speak(request, to: file)
            let time = MediaTime(sample: speech.sampleCount, rate: speech.sampleRate)
            return SpeechCheck(
                name: name, isFine: !speech.words.isEmpty,
                detail: "\(voice) spoke \(speech.words.count) words in \(time.ms) ms of sound")
        } catch {
            return SpeechCheck(name: name, isFine: false, detail: Self.line(error))
        }
    }

    private static func line(_ error: any Error) -> String {
        (error as? BatchVideoError)?.message ?? String(describing: error)
    }
}

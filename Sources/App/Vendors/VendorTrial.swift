import BatchVideo
import Foundation
import Media
import Providers
import Synchronization

/// What was sent and came back, in order.
final class ExchangeNotes: Sendable {
    private let notes = Mutex<[HTTPExchange]>([])

    var all: [HTTPExchange] { notes.withLock { $0 } }
    func note(_ exchange: HTTPExchange) { notes.withLock { $0.append(exchange) } }
}

/// One small call to each part of a vendor.
struct VendorTrial: Sendable {
    typealias Result = VendorReport.Result

    let parts: VendorParts

    func run() async -> [Result] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "batchvideo-trial-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)  // told by the first file
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "result")
        let slip = CallSlip(key: UUID().uuidString.replacing("-", with: "").lowercased())
        let size = PixelSize(width: 1360, height: 768)
        var results: [Result] = []
        if let speech = parts.speech {
            results.append(
                await trial("speech") {
                    let voice = speech.voices.first?.id ?? "default"
                    let language = speech.voices.first?.language ?? .english
                    let text = language.isChinese ? "你好。" : "Hello."
                    let made = try await speech.speak(
                        SpeechRequest(text: text, language: language, voice: voice), slip: slip, to: file)
                    return
                        "\(voice) spoke, \(made.words.map { "\($0.count) words timed" } ?? "no word times"), "
                            + "\(made.cost.text)"
                })
        }
        if let transcriber = parts.transcriber {
            results.append(
                await trial("transcription") {
                    let hush = folder.appending(path: "hush.wav")
                    try WaveFormat.file([Int16](repeating: 0, count: 16_000), sampleRate: 16_000).write(to: hush)
                    let heard = try await transcriber.transcribe(hush, language: .english, slip: slip)
                    return "it heard \"\(heard.transcript.text.prefix(60))\" in a second of silence, \(heard.cost.text)"
                })
        }
        if let model = parts.model {
            results.append(
                await trial("text") {
                    let answer = try await model.answer(
                        ModelQuestion(system: "Answer with one word.", text: "Say: ready", maxTokens: 256), slip: slip)
                    return
                        "it says \"\(answer.text.prefix(60))\", \(answer.inputTokens + answer.outputTokens) tokens, "
                            + "\(answer.cost.text)"
                })
        }
        if let images = parts.images {
            results.append(
                await trial("images") {
                    let made = try await images.generate(
                        ImageRequest(prompt: "a lighthouse above the sea at dawn", size: size, seed: 1), slip: slip,
                        to: file)
                    return "a picture, \(made.cost.text)"
                })
        }
        if let clips = parts.clips, clips.takesWordsAlone {
            results.append(
                await trial("clips") {
                    let made = try await clips.generate(
                        ClipRequest(
                            prompt: "waves below a lighthouse", size: size, length: MediaTime(ms: 4000), seed: 1),
                        slip: slip, to: file)
                    return "a clip, \(made.cost.text)"
                })
        }
        if let footage = parts.footage {
            results.append(
                await trial("footage") {
                    let found = try await footage.search(
                        FootageQuery(
                            words: "sea", language: .english, canvas: size, minLength: MediaTime(ms: 4000), limit: 5))
                    return "\(found.count) clips of the sea"
                })
        }
        if results.isEmpty {
            results.append(
                Result(
                    kind: parts.kinds.joined(separator: ", "), isGood: true,
                    words: "there is no small call to try; it is used when a film needs it"))
        }
        return results
    }

    /// Opens the vendors of the settings and tries one of them out. Throws `.notFound` when it is not there.
    static func report(on name: String, _ settings: Settings, _ paths: ToolPaths) async throws -> VendorReport {
        guard settings.providers[name] != nil else {
            let known = settings.providers.keys.sorted().joined(separator: ", ")
            throw BatchVideoError(
                .notFound, "\(name) is not under providers (\(known.isEmpty ? "there is none" : known))")
        }
        let seen = ExchangeNotes()
        let shop = try VendorShop(settings, paths: paths, witness: seen.note)
        let results = await VendorTrial(parts: shop.configured.parts(name) ?? VendorParts()).run()
        await shop.close()
        return VendorReport(results: results, exchanges: seen.all)
    }

    private func trial(_ kind: String, _ call: () async throws -> String) async -> Result {
        do {
            return Result(kind: kind, isGood: true, words: try await call())
        } catch {
            let words = (error as? BatchVideoError)?.message ?? "\(error)"
            return Result(kind: kind, isGood: false, words: words)
        }
    }
}

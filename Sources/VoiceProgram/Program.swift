import BatchVideo
import CEspeakNG
import Foundation

/// `batchvideo-voice`: reads requests on standard input and answers them with sound on standard
/// output. The protocol is described in `VoiceWire`.
@main
struct Program {
    static func main() {
        let parent = getppid()
        _ = voice_die_with_parent()
        guard getppid() == parent else { exit(EXIT_FAILURE) }
        _ = voice_forbid_core_dumps()
        voice_close_strangers()
        do {
            let engines = try Engines()
            var input = LineReader(descriptor: STDIN_FILENO, longestBytes: VoiceWire.longestRequestBytes)
            while let line = try input.next() {
                try AnswerSheet.relay { try engines.answer(line) }
            }
        } catch {
            FileHandle.standardError.write(Data("batchvideo-voice: \(error)\n".utf8))
            exit(EX_SOFTWARE)
        }
    }
}

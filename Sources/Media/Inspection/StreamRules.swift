import BatchVideo
import Foundation

/// What the streams of a delivered film are: H.264 High (or, when the user chose so, HEVC or AV1
/// Main) 4:2:0 in BT.709 and AAC-LC at 48 kHz, ready to
/// play while they arrive.
struct StreamRules: Sendable {
    let timeline: Timeline

    private static let profiles = ["h264": "High", "hevc": "Main", "av1": "Main"]

    func faults(_ probe: MediaProbe, _ atoms: MP4Atoms) -> [InspectionReport.Fault] {
        var faults: [InspectionReport.Fault] = []
        func expect(_ name: String, _ what: String, _ found: String?, _ wanted: String) {
            guard found != wanted else { return }
            let detail = "\(what) is \(MessageText.clean(found ?? "not stated")), not \(wanted)"
            faults.append(InspectionReport.Fault(name: name, detail: detail))
        }
        if let video = probe.video {
            let profile = video.codecName.flatMap { Self.profiles[$0] }
            if profile == nil { expect("video-stream", "the codec", video.codecName, "h264") }
            expect("video-stream", "the profile", video.profile, profile ?? "High")
            expect("video-stream", "the pixel format", video.pixFmt, "yuv420p")
            expect("size", "the picture", video.storedSize?.text, timeline.canvas.size.text)
            expect("frame-rate", "the frame rate", video.rFrameRate, "\(timeline.canvas.fps)/1")
            expect("colour", "the colour range", video.colorRange, "tv")
            expect("colour", "the colour matrix", video.colorSpace, "bt709")
            expect("colour", "the transfer curve", video.colorTransfer, "bt709")
            expect("colour", "the primaries", video.colorPrimaries, "bt709")
        } else {
            expect("video-stream", "the picture", nil, "there")
        }
        if let audio = probe.audio {
            expect("audio-stream", "the sound codec", audio.codecName, "aac")
            expect("audio-stream", "the sound profile", audio.profile, "LC")
            expect("audio-stream", "the sample rate", audio.sampleRate, "48000")
            expect("audio-stream", "the channel count", audio.channels.map(String.init), "2")
        } else {
            expect("audio-stream", "the sound", nil, "there")
        }
        expect("faststart", "the index", atoms.isFastStart ? "first" : "behind the samples", "first")
        return faults
    }
}

extension PixelSize {
    var text: String { "\(width)x\(height)" }
}

internal import BatchVideo

/// The specification's block of links before the description (J6). Each link stands or falls with its own key.
enum DescriptionBlock {
    private static let lines = [
        ("完整视频地址", "logoed_video_oss_key"),
        ("不带Logo和字幕的视频地址", "combined_video_oss_key"),
        ("视频字幕文件", "srt_oss_key"),
        ("视频音频文件", "audio_oss_key"),
    ]

    static func text(_ job: Job, _ links: [String: String]) -> String {
        let known = lines.compactMap { line in links[line.1].map { "\(line.0)：\($0)" } }
        guard !known.isEmpty else { return job.draft.description }
        let block = "#@#\n" + known.joined(separator: "\n\n") + "\n#@#"
        return job.draft.description.isEmpty ? block : block + "\n" + job.draft.description
    }
}

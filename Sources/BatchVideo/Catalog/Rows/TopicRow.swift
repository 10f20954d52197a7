/// The look of a kind of film: prompts, LoRA and what else pictures are made with.
package typealias TopicRow = CatalogRow<TopicFields>

package struct TopicFields: CatalogFields {
    package var name: String
    package var imagePrompt: String?
    package var coverPrompt: String?
    package var imagePrefix: String?
    /// The specification's `prompt_l4`.
    package var levelFourPrompt: String?
    /// Empty: none.
    package var loraName: String
    /// Percent, 0 ... 200.
    package var loraWeight: Int
    /// `generate_type`, `generate_ratio`, `generate_time` and what else people put there.
    package var extra: JSONValue

    package init(
        name: String, imagePrompt: String? = nil, coverPrompt: String? = nil,
        imagePrefix: String? = nil, levelFourPrompt: String? = nil, loraName: String = "",
        loraWeight: Int = 100, extra: JSONValue = .emptyObject
    ) {
        self.name = name
        self.imagePrompt = imagePrompt
        self.coverPrompt = coverPrompt
        self.imagePrefix = imagePrefix
        self.levelFourPrompt = levelFourPrompt
        self.loraName = loraName
        self.loraWeight = loraWeight
        self.extra = extra
    }
}

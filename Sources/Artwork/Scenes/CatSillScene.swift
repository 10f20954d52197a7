import BatchVideo

/// PLACEHOLDER
enum CatSillScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}

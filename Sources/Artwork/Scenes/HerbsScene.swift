import BatchVideo

/// PLACEHOLDER
enum HerbsScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}

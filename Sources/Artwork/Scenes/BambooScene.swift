import BatchVideo

/// PLACEHOLDER
enum BambooScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}

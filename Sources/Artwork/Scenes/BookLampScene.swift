import BatchVideo

/// PLACEHOLDER
enum BookLampScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}

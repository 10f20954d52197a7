import BatchVideo

/// PLACEHOLDER
enum LanternsScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}

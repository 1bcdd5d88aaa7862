import ArgumentParser

@main
struct Tongbao: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tongbao")
}

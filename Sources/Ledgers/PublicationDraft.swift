package import Campaigns

/// What is about to be told of a period: a publication before its event.
package struct PublicationDraft: Hashable, Sendable {
    package var period: Period
    /// The moment that the files state; nil: that of the event.
    package var asOf: Moment?
    package var ranks: [PublishedRank]
    package var bottom: Set<String>
    package var figures: [PublishedFigure]?
    package var changes: [FigureChange] = []
    package var files: [String: String]
    package var campaignVersion: String?
    package var program: String?

    package init(
        period: Period, ranks: [PublishedRank], bottom: Set<String>,
        figures: [PublishedFigure]? = nil, files: [String: String] = [:]
    ) {
        self.period = period
        self.ranks = ranks
        self.bottom = bottom
        self.figures = figures
        self.files = files
    }

    /// As it will stand; its event is not known before it is noted.
    package func publication(_ kind: Publication.Kind, at moment: Moment) -> Publication {
        Publication(
            period: period, kind: kind, event: 0, moment: moment, asOf: asOf ?? moment,
            ranks: ranks, bottom: bottom, figures: figures, changes: changes, files: files,
            campaignVersion: campaignVersion, program: program)
    }
}

// ZipArchives

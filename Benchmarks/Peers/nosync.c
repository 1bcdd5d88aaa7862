// Preloaded into both sides of the benchmark of the intake: nothing is fsynced, so that what is compared
// is the work and not the disk.
int fsync(int descriptor) { (void)descriptor; return 0; }
int fdatasync(int descriptor) { (void)descriptor; return 0; }

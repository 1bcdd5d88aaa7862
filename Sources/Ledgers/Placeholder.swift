// Ledgers

// Loaded with --import: prints the peak memory in MB when the program ends.
process.on('exit', () => process.stderr.write(`\npeak ${process.resourceUsage().maxRSS / 1024}\n`));

"""What the formats for a newsroom's CI share: where a finding stands in the repository, which findings are the gravest,
and what makes one the same as yesterday's."""

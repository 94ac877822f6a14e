"""What newspaper people know, for all rooms: what a folio line tells, who is named, which characters form words."""

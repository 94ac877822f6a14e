"""What is no title in running text: breaks between scenes, lines of web sites, speech, sentences."""
